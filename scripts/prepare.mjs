// What every script needs first: a Node that will do, the packages of the lock, and a way to run a step.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The project's own folder. */
export const root = join(import.meta.dirname ?? '.', '..')

/** Leaves with a clear sentence when this Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Quarterdeck needs Node 20.19 or newer, and this is ${process.versions.node}. Get it from https://nodejs.org.`,
  )
  process.exit(1)
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>}
 */
const packagesOf = path => JSON.parse(readFileSync(path, 'utf8')).packages

/**
 * True when node_modules holds exactly the versions of the lock; packages for other systems may be missing.
 * @param {string} [folder]
 */
export function isInstalled(folder = root) {
  const have = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(have)) return false
  const installed = packagesOf(have)
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(
    ([name, { version, optional, devOptional }]) =>
      name === '' ||
      (name in installed ? installed[name]?.version === version : optional === true || devOptional === true),
  )
}

/**
 * Runs a program and waits for it; the exit code, or 1 when it could not be started or took too long.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number, quiet?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, options = {}) {
  return new Promise(done => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', options.quiet ? 'ignore' : 'inherit', options.quiet ? 'ignore' : 'inherit'],
      // In a file, signs for colours are noise.
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...options.env },
      shell: process.platform === 'win32' && program === 'npm',
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' }),
    })
    child.on('error', () => done(1))
    child.on('exit', code => done(code ?? 1))
  })
}

/**
 * Runs a tool of node_modules by its script, with this Node and whatever the system's shell is.
 * @param {string} script
 * @param {readonly string[]} [args]
 * @param {{ env?: Record<string, string> }} [options]
 */
export const tool = (script, args = [], options = {}) =>
  run(process.execPath, [join(root, 'node_modules', script), ...args], options)

/** Installs the packages of the lock unless they are there; true when they are in the end. */
export async function install() {
  if (isInstalled()) return true
  console.log('Installing the packages that Quarterdeck is built with')
  return (await run('npm', ['ci', '--no-audit', '--no-fund'])) === 0
}

/**
 * True when a program can be found on the path.
 * @param {string} program
 */
export const has = program => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
