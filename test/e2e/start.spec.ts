/** `npm start` without a browser: it serves the page, tells its address, and says who holds the port. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const root = join(import.meta.dirname, '../..')

/** Starts Quarterdeck on a port with nothing but its address to be told. */
function start(port: number) {
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--print'], {
    env: { ...process.env, QUARTERDECK_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const run = {
    said: '',
    ended: new Promise<number | null>(done => child.on('exit', done)),
    stop: () => child.kill(),
  }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (run.said += String(text)))
  return run
}

/** A port that nobody holds. */
const freePort = () =>
  new Promise<number>(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

test('the page is served until it is stopped, and a second start uses the first', async () => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}/`
  const first = start(port)
  try {
    await expect
      .poll(() => first.said, { timeout: 60_000 })
      .toContain(`Open this address in Chrome, Edge or Chromium: ${address}`)
    expect((await fetch(address)).status).toBe(200)
    const second = start(port)
    expect(await second.ended).toBe(0)
    expect(second.said).toContain(address)
    expect((await fetch(address)).status).toBe(200)
  } finally {
    first.stop()
  }
  await first.ended
  await expect
    .poll(() =>
      fetch(address).then(
        () => 'served',
        () => 'gone',
      ),
    )
    .toBe('gone')
})

test('another program on the port is named in one sentence', async () => {
  const other = createServer((_, response) => response.end('not ours'))
  const port = await new Promise<number>(done => {
    other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port))
  })
  try {
    const run = start(port)
    expect(await run.ended).toBe(1)
    expect(run.said).toContain(
      `Another program is using port ${port}. Close it, then start Quarterdeck again.`,
    )
  } finally {
    other.close()
  }
})
