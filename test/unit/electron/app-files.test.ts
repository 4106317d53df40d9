/** The handler of the page's files: the right file with every header, and nothing from outside its folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFiles } from '../../../electron/app-files'

const top = mkdtempSync(join(tmpdir(), 'quarterdeck-'))
const root = join(top, 'renderer')
const handler = appFiles(root)
const get = (path: string, method = 'GET') => handler(new Request(`app://quarterdeck${path}`, { method }))

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(top, 'renderer-secret'))
  writeFileSync(join(top, 'secret.txt'), 'secret')
  writeFileSync(join(top, 'renderer-secret/a.txt'), 'secret')
  writeFileSync(
    join(root, 'index.html'),
    '<meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__">',
  )
  writeFileSync(join(root, 'assets/a.js'), 'export {}')
  writeFileSync(join(root, 'assets/a.wasm'), '')
  writeFileSync(join(root, 'assets/a b.bin'), '__CSP_NONCE__')
})
afterAll(() => rmSync(top, { recursive: true, force: true }))

describe('a file is served', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html?x#y', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/a.js', 'text/javascript; charset=utf-8', 'max-age=31536000, immutable'],
    ['/assets/a.wasm', 'application/wasm', 'max-age=31536000, immutable'],
    ['/assets/a%20b.bin', 'application/octet-stream', 'max-age=31536000, immutable'],
  ])('%s as %s', async (path, type, cache) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toBe(cache)
  })

  test('with a nonce that is fresh each time, in the page and in its policy alike', async () => {
    const nonces = new Set<string>()
    for (let i = 0; i < 3; i++) {
      const response = await get('/')
      const [inPage] = [...(await response.text()).matchAll(/nonce="([^"]+)"/g)].map(found => found[1] ?? '')
      const policy = response.headers.get('content-security-policy')
      expect(policy).toContain(`style-src 'self' 'nonce-${inPage}'`)
      nonces.add(inPage ?? '')
    }
    expect(nonces.size).toBe(3)
    expect(await (await get('/assets/a%20b.bin')).text()).toBe('__CSP_NONCE__')
  })
})

test('every answer has the policy, refusals and scripts included', async () => {
  for (const path of ['/', '/assets/a.js', '/missing.js', '/%2e%2e%2fsecret.txt']) {
    const { headers } = await get(path)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  }
})

describe('nothing from outside the folder is served', () => {
  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%2frenderer-secret%2fa.txt',
    '/%2fetc%2fpasswd',
    '//etc/passwd',
    '/%00/etc/passwd',
    '/index.html%00.png',
    '/C:%5cwindows%5cwin.ini',
    '/%',
    '/%c0%ae%c0%ae/secret.txt',
    '/assets',
    '/assets/',
  ])('%s', async path => {
    const response = await get(path)
    expect([400, 404]).toContain(response.status)
    expect(await response.text()).toBe('')
  })

  test('whatever the path is made of', async () => {
    const piece = fc.constantFrom(
      '..',
      '%2e%2e',
      '%2f',
      '/',
      '\\',
      '%5c',
      'secret.txt',
      'renderer-secret',
      '.',
      '%00',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async pieces => {
        expect(await (await get(`/${pieces.join('')}`)).text()).not.toContain('secret')
      }),
    )
  })
})

test('only reading is answered', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await get('/', method)).status).toBe(405)
  const head = await get('/', 'HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
})
