// Finds a Chromium, Chrome or Edge on this machine, for tests and for an app window.
import { existsSync, readdirSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { join } from 'node:path'

/**
 * The browsers of a system in the order in which they are wanted.
 * @param {NodeJS.Platform} system
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string[]}
 */
function installed(system, env) {
  if (system === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap(base =>
      base
        ? [
            join(base, 'Google/Chrome/Application/chrome.exe'),
            join(base, 'Microsoft/Edge/Application/msedge.exe'),
            join(base, 'Chromium/Application/chrome.exe'),
          ]
        : [],
    )
  if (system === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].flatMap(base => [
      join(base, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
      join(base, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
      join(base, 'Chromium.app/Contents/MacOS/Chromium'),
    ])
  const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium-browser']
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
  return names.flatMap(name => folders.map(folder => join(folder, name)))
}

/**
 * The browsers that Playwright keeps for itself, newest first.
 * @param {NodeJS.Platform} system
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string[]}
 */
function playwrights(system, env) {
  const caches = {
    win32: join(env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    linux: join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ms-playwright'),
  }
  const cache =
    env['PLAYWRIGHT_BROWSERS_PATH'] ?? (system in caches ? caches[/** @type {'linux'} */ (system)] : '')
  if (!cache || !existsSync(cache)) return []
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ]
  return readdirSync(cache)
    .filter(name => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap(name => inside.map(path => join(cache, name, path)))
}

/**
 * The path of a browser for tests: the one CHROMIUM names, one that Playwright keeps, or one of the system.
 * @returns {string | null}
 */
export function findChromium(env = process.env, system = platform()) {
  const named = env['CHROMIUM']
  if (named) return existsSync(named) ? named : null
  return [...playwrights(system, env), ...installed(system, env)].find(path => existsSync(path)) ?? null
}

/**
 * The path of a browser that a user has, for an app window.
 * @returns {string | null}
 */
export function findBrowser(env = process.env, system = platform()) {
  const named = env['CHROMIUM']
  if (named) return existsSync(named) ? named : null
  return installed(system, env).find(path => existsSync(path)) ?? null
}

/** How tests start it: quiet, offline, and without a sandbox only where root leaves no choice. */
export const testFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
