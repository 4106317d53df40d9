/** The page served on loopback: the same wall in a browser, a server that hears this machine only, and ways that count. */
import { createConnection } from 'node:net'
import { expect, test, type Page } from '@playwright/test'
import { inTimer, outside } from './ways-out'

/** Sends a request as it stands, dots and all, and returns the whole answer. */
const raw = (port: number, lines: readonly string[]): Promise<string> =>
  new Promise((done, fail) => {
    let text = ''
    const socket = createConnection(port, '127.0.0.1')
    socket.on('data', piece => (text += String(piece)))
    socket.on('close', () => done(text))
    socket.on('error', fail)
    socket.write([...lines, 'Connection: close', '', ''].join('\r\n'))
  })

// These need a server that answers for real, or leave no trace that a test can see.
const unseen = [
  'WebSocket',
  'EventSource',
  'beacon',
  'a preconnect',
  'a prefetch',
  'a service worker',
  'a font',
  'a ping',
]

/**
 * Tries every way in a page and tells which got out: those that say so, and those that some address answered; `patience`
 * is how many milliseconds an answer may take that a slow machine brings late.
 */
async function tryAll(page: Page, home: string, patience = 0): Promise<string[]> {
  const got: string[] = []
  for (const [way, source] of Object.entries(outside)) {
    let answered = false
    const hear = (response: { url(): string }) => {
      if (!response.url().startsWith(home) && !/^(data|blob):/.test(response.url())) answered = true
    }
    page.on('response', hear)
    const end = await inTimer(page, source).catch(() => 'gone')
    const late = Date.now() + (unseen.includes(way) ? 0 : patience)
    while (end !== 'ran' && !answered && Date.now() < late) await page.waitForTimeout(50)
    page.off('response', hear)
    if (end === 'ran' || answered) got.push(way)
    // A way that left is still under way, and may cut across the way back.
    if (end === 'gone' || !page.url().startsWith(home)) await expect(() => page.goto(home)).toPass()
  }
  return got
}

test('a hostile page gets out in no way', async ({ page, baseURL }) => {
  test.slow()
  await page.route(/example\.com|127\.0\.0\.1:9\//, route =>
    route.fulfill({ status: 200, body: '', headers: { 'access-control-allow-origin': '*' } }),
  )
  await page.goto('/')
  expect(await tryAll(page, baseURL ?? '')).toEqual([])
})

test('the same ways lead out of a page that has no policy, so that trying them proves something', async ({
  page,
}) => {
  test.slow()
  const types: Record<string, string> = {
    png: 'image/svg+xml',
    js: 'text/javascript',
    css: 'text/css',
    svg: 'image/svg+xml',
  }
  await page.route('https://home.example/**', route =>
    route.fulfill({ contentType: 'text/html', body: '<p>home' }),
  )
  await page.route(/\/\/(www\.)?example\.com|127\.0\.0\.1:9\//, route => {
    const contentType = types[/\.(\w+)$/.exec(route.request().url())?.[1] ?? ''] ?? 'text/html'
    const body = contentType === 'image/svg+xml' ? '<svg xmlns="http://www.w3.org/2000/svg"/>' : ''
    return route.fulfill({ contentType, body, headers: { 'access-control-allow-origin': '*' } })
  })
  await page.goto('https://home.example/')
  const out = await tryAll(page, 'https://home.example/', 5000)
  const expected = Object.keys(outside).filter(way => !unseen.includes(way))
  expect(out.filter(way => !unseen.includes(way))).toEqual(expected)
})

test('only this machine is heard, under its own number', async ({ baseURL }) => {
  const port = Number(new URL(baseURL ?? '').port)
  const status = async (host: string) =>
    (await raw(port, ['GET / HTTP/1.1', `Host: ${host}`])).split('\r\n')[0]
  expect(await status(`127.0.0.1:${port}`)).toContain('200')
  for (const host of [
    `localhost:${port}`,
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1:${port + 1}`,
    `127.0.0.1:${port}.evil.example`,
  ])
    expect(await status(host), host).toContain('421')
})

test('no request that is made by hand leaves the folder or stops the server', async ({ baseURL }) => {
  const port = Number(new URL(baseURL ?? '').port)
  const host = `Host: 127.0.0.1:${port}`
  for (const target of [
    '/../package.json',
    '/../../package.json',
    '/assets/../../main/web.js',
    '/..%2fmain%2fweb.js',
    '/..%5cmain%5cweb.js',
    '//etc/passwd',
    'http://evil.example/../package.json',
    '/%',
    '*',
    '/\u0000',
  ]) {
    const answer = await raw(port, [`GET ${target} HTTP/1.1`, host])
    expect(answer.split('\r\n')[0], target).toMatch(/ (400|404|421)/)
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])
    expect((await raw(port, [`${method} / HTTP/1.1`, host])).split('\r\n')[0], method).toContain('405')
  expect((await raw(port, ['GET / HTTP/1.1', host])).split('\r\n')[0]).toContain('200')
})
