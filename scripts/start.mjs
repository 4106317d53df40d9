// Starts Quarterdeck from its source: installs, builds and opens it, as well as this machine allows.
import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './chromium.mjs'
import { checkNode, install, root, run, tool } from './prepare.mjs'

const port = process.env['QUARTERDECK_PORT'] ?? '4310'
const address = `http://127.0.0.1:${port}/`
const asked = process.argv.slice(2)
const isRoot = process.getuid?.() === 0

/** The newest change under these files and folders, in milliseconds since 1970; 0 when there are none. */
function newest(/** @type {readonly string[]} */ paths) {
  let latest = 0
  for (const path of paths.map(one => join(root, one)).filter(existsSync)) {
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true }).map(one => join(one.parentPath, one.name))
      : [path]
    for (const file of [path, ...files]) latest = Math.max(latest, statSync(file).mtimeMs)
  }
  return latest
}

/** Builds unless what is built is newer than every source; true when it is there in the end. */
async function build() {
  const outputs = ['out/main/index.js', 'out/main/web.js', 'out/preload/index.cjs', 'out/renderer/index.html']
  const sources = [
    'electron',
    'renderer',
    'shared',
    'resources',
    'electron.vite.config.ts',
    'package-lock.json',
  ]
  const built = outputs.map(path => join(root, path))
  if (built.every(existsSync) && Math.min(...built.map(path => statSync(path).mtimeMs)) >= newest(sources))
    return true
  console.log('Building Quarterdeck')
  return (await tool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'])) === 0
}

/** Where the program may keep what belongs to this user, by the custom of the system. */
function dataFolder() {
  const home = homedir()
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(home, 'AppData/Roaming'), 'Quarterdeck browser')
  if (process.platform === 'darwin') return join(home, 'Library/Application Support/Quarterdeck browser')
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local/share'), 'quarterdeck')
}

const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY']) ||
  Boolean(process.env['WAYLAND_DISPLAY'])

/** The path of Electron's binary, found without asking its package, which would fetch it at once; null when absent. */
function electronBinary() {
  const folder = join(root, 'node_modules/electron')
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const path = join(folder, 'dist', readFileSync(named, 'utf8'))
  return existsSync(path) ? path : null
}

/** Tries once a day to fetch Electron's binary, for two minutes at most; not getting it is no error. */
async function fetchElectron() {
  const tried = join(root, 'node_modules/.tmp/electron-tried')
  if (electronBinary() || (existsSync(tried) && Date.now() - statSync(tried).mtimeMs < 86_400_000)) return
  console.log(
    'Fetching the desktop shell, for two minutes at most; without it Quarterdeck opens in your browser',
  )
  mkdirSync(join(root, 'node_modules/.tmp'), { recursive: true })
  writeFileSync(tried, '')
  await run(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    timeoutMs: 120_000,
    quiet: true,
  })
}

/**
 * Opens the desktop shell and waits for its end; false when it could not be started.
 * @param {string} binary
 */
async function openShell(binary) {
  const began = Date.now()
  const code = await run(binary, [
    root,
    ...(isRoot ? ['--no-sandbox'] : []),
    ...asked.filter(one => !one.startsWith('-')),
  ])
  return code === 0 || Date.now() - began > 10_000
}

/** Serves the page and says when it can be reached; null when the port is held by somebody else. */
function serve() {
  return new Promise(done => {
    const server = spawn(process.execPath, [join(root, 'out/main/web.js')], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, QUARTERDECK_PORT: port },
    })
    const stop = () => server.kill()
    server.stdout?.on('data', text => {
      if (String(text).includes('running')) done({ stop, ours: !String(text).includes('already') })
    })
    server.on('exit', code => done(code === 0 ? { stop, ours: false } : null))
  })
}

/**
 * Opens the page as a window of its own and waits until that is closed.
 * @param {string} browser
 */
function openBrowser(browser) {
  // A snap may write to its own folder only.
  const snap =
    realpathSync(browser).includes('/snap') ||
    (existsSync('/snap/bin/chromium') && browser.startsWith('/usr/bin/chromium'))
  const profile = snap ? join(homedir(), 'snap/chromium/common/quarterdeck') : join(dataFolder(), 'profile')
  mkdirSync(profile, { recursive: true })
  return run(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
    ],
    { quiet: true },
  )
}

/** Which host was used last: the shell and the browser keep their data apart, so the choice is kept. */
const choiceFile = join(dataFolder(), 'opened-in')
const lastChoice = () => (existsSync(choiceFile) ? readFileSync(choiceFile, 'utf8').trim() : null)
function remember(/** @type {'shell' | 'browser'} */ choice) {
  mkdirSync(dataFolder(), { recursive: true })
  writeFileSync(choiceFile, choice)
}

checkNode()
if (!(await install())) {
  console.error(
    'The packages could not be installed. Check that the npm registry can be reached, then try again.',
  )
  process.exit(1)
}
if (!(await build())) {
  console.error('Quarterdeck could not be built. The lines above say why.')
  process.exit(1)
}

const onlyPrint = asked.includes('--print')
const browser = hasDisplay && !onlyPrint ? findBrowser() : null
const wantsShell =
  asked.includes('--shell') || (!asked.includes('--browser') && !(lastChoice() === 'browser' && browser))
if (hasDisplay && !onlyPrint && wantsShell) {
  await fetchElectron()
  const binary = electronBinary()
  if (binary) {
    remember('shell')
    if (await openShell(binary)) process.exit(0)
    console.log('The desktop shell did not start here; Quarterdeck opens in your browser instead')
  }
}
const server = await serve()
if (server === null) process.exit(1)
if (browser) {
  remember('browser')
  console.log('Quarterdeck is open in a window of its own; close it to stop')
  await openBrowser(browser)
  server.stop()
  process.exit(0)
}
console.log(`Open this address in Chrome, Edge or Chromium: ${address}`)
if (!server.ours) process.exit(0)
console.log('Press Ctrl+C to stop')
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (server.stop(), process.exit(0)))
