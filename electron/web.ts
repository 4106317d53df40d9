/** Serves the built page to a browser on this machine: loopback only, one fixed port, the headers of the shell. */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { appFiles } from './app-files'

/** Fixed, because the port is part of the origin that the browser keeps the data under. */
const port = Number(process.env['QUARTERDECK_PORT'] ?? 4310)
const host = `127.0.0.1:${port}`
const address = `http://${host}/`
const folder = join(import.meta.dirname, '../renderer')
/** Tells one copy of the program from another without telling where it lies. */
const identity = `quarterdeck ${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
const identityPath = '/.quarterdeck'
const handler = appFiles(folder)

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A name that was made to point at this machine is not ours: its pages must not reach us.
  if (request.headers.host !== host) {
    response.writeHead(421).end()
    return
  }
  if (request.url === identityPath) {
    response.writeHead(200, { 'content-type': 'text/plain', 'cross-origin-resource-policy': 'same-origin' })
    response.end(identity)
    return
  }
  const method = request.method ?? 'GET'
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405).end()
    return
  }
  let page: Response
  try {
    page = await handler(new Request(`http://${host}${request.url ?? '/'}`, { method }))
  } catch {
    response.writeHead(400).end()
    return
  }
  response.writeHead(page.status, Object.fromEntries(page.headers))
  response.end(new Uint8Array(await page.arrayBuffer()))
}

/** Who holds the port already: this copy, another copy, or another program. */
async function holder(): Promise<'us' | 'copy' | 'other'> {
  try {
    const text = await (
      await fetch(address + identityPath.slice(1), { signal: AbortSignal.timeout(3000) })
    ).text()
    if (text === identity) return 'us'
    return text.startsWith('quarterdeck ') ? 'copy' : 'other'
  } catch {
    return 'other'
  }
}

const sentences = {
  copy: `Another copy of Quarterdeck is running on port ${port}. Close it, then start this one again.`,
  other: `Another program is using port ${port}. Close it, then start Quarterdeck again.`,
}

const server = createServer((request, response) => void answer(request, response))
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') {
    console.error(`Quarterdeck could not listen on port ${port}: ${error.message}`)
    process.exit(1)
  }
  void holder().then(who => {
    if (who === 'us') console.log(`Quarterdeck is already running on ${address}`)
    else console.error(sentences[who])
    process.exit(who === 'us' ? 0 : 3)
  })
})
server.listen(port, '127.0.0.1', () => console.log(`Quarterdeck is running on ${address}`))
// The one who started us is gone: nobody is left to close us.
if (process.send) process.on('disconnect', () => process.exit(0))
