/** Answers requests for the files of the built page, with the security headers on every one of them. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve } from 'node:path'
import { contentSecurityPolicy } from '#shared/bridge/csp'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
}

const refusal = (status: number) =>
  new Response(null, {
    status,
    headers: { ...always, 'content-security-policy': contentSecurityPolicy(), 'cache-control': 'no-store' },
  })

/** The file under `root` that a URL path means, or null for one that leaves the folder or names none. */
function fileOf(root: string, url: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`)
  const inside = relative(root, file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file
}

/** Makes the handler that serves one folder, read only: for app:// in the shell and for loopback in a browser. */
export const appFiles =
  (root: string) =>
  async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const file = fileOf(root, request.url)
    if (file === null) return refusal(400)
    let bytes: Uint8Array<ArrayBuffer>
    try {
      bytes = new Uint8Array(await readFile(file))
    } catch {
      return refusal(404)
    }
    const html = extname(file) === '.html'
    const nonce = randomBytes(16).toString('base64')
    const body = html ? new TextDecoder().decode(bytes).replaceAll('__CSP_NONCE__', nonce) : bytes
    return new Response(request.method === 'HEAD' ? null : body, {
      headers: {
        ...always,
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        // On scripts too: a worker takes its policy from its own response.
        'content-security-policy': contentSecurityPolicy(
          html ? { 'style-src': `'self' 'nonce-${nonce}'` } : {},
        ),
        'cache-control': /[\\/]assets[\\/]/.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
      },
    })
  }
