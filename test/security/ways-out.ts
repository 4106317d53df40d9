/** Ways by which a page might reach the network, as code to be run inside it; each tells 'ran' if it succeeded. */
import type { Page } from '@playwright/test'

/** Where the page would go; nothing answers there, and nothing may ask. */
const there = 'https://example.com/quarterdeck'

/** Waits for one of two events of a target. */
const either = (target: string, good: string, bad: string) =>
  `new Promise(done => { const t = ${target}; t.addEventListener('${good}', () => done('ran')); t.addEventListener('${bad}', () => done('refused')) })`

const element = (html: string, good = 'load') => `(() => {
  const holder = document.createElement('div')
  holder.innerHTML = ${JSON.stringify(html)}
  const found = holder.firstElementChild
  document.body.append(found)
  return Promise.race([${either('found', good, 'error')}, new Promise(done => setTimeout(done, 300, 'nothing'))])
})()`

/** Code for each way, by its name. */
export const outside: Readonly<Record<string, string>> = {
  fetch: `fetch('${there}').then(() => 'ran')`,
  'fetch without CORS': `fetch('${there}', { mode: 'no-cors' }).then(() => 'ran')`,
  XMLHttpRequest: `new Promise(done => { const r = new XMLHttpRequest(); r.onload = () => done('ran'); r.onerror = () => done('refused'); r.open('GET', '${there}'); r.send() })`,
  WebSocket: either(`new WebSocket('wss://example.com/')`, 'open', 'error'),
  EventSource: either(`new EventSource('${there}')`, 'open', 'error'),
  beacon: `navigator.sendBeacon('${there}', 'x') ? 'sent' : 'refused'`,
  'an image': either(`Object.assign(new Image(), { src: '${there}.png' })`, 'load', 'error'),
  'an image of http': either(
    `Object.assign(new Image(), { src: 'http://127.0.0.1:9/a.png' })`,
    'load',
    'error',
  ),
  'a script': `(() => { const s = Object.assign(document.createElement('script'), { src: '${there}.js' }); document.head.append(s); return ${either('s', 'load', 'error')} })()`,
  'an inline script': `(() => { const s = document.createElement('script'); s.textContent = 'globalThis.inline = 1'; document.head.append(s); return 'inline' in globalThis ? 'ran' : 'refused' })()`,
  'an inline handler': `(() => { document.body.setAttribute('onclick', 'globalThis.clicked = 1'); document.body.click(); return 'clicked' in globalThis ? 'ran' : 'refused' })()`,
  'a style sheet': element(`<link rel="stylesheet" href="${there}.css">`),
  'a prefetch': element(`<link rel="prefetch" href="${there}">`),
  'a preconnect': element(`<link rel="preconnect" href="${there}">`),
  'a frame of another origin': element(`<iframe src="${there}"></iframe>`, 'never'),
  'a frame with its own text': `(() => { const f = document.createElement('iframe'); f.srcdoc = '<script>parent.framed = 1</scr' + 'ipt>'; document.body.append(f); return new Promise(done => setTimeout(() => done('framed' in globalThis ? 'ran' : 'refused'), 300)) })()`,
  'an object': element(`<object data="${there}.svg"></object>`),
  'a form': `(() => { const f = Object.assign(document.createElement('form'), { action: '${there}', method: 'POST' }); document.body.append(f); f.submit(); return new Promise(done => setTimeout(done, 300, 'asked')) })()`,
  'a worker from a blob': `new Promise(done => { const w = new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))); w.onmessage = () => done('ran'); w.onerror = () => done('refused') })`,
  'a worker from data': `new Promise(done => { const w = new Worker('data:text/javascript,postMessage(1)'); w.onmessage = () => done('ran'); w.onerror = () => done('refused') })`,
  'an import': `import('${there}.js').then(() => 'ran')`,
  'an import of a blob': `import(URL.createObjectURL(new Blob(['export default 1'], { type: 'text/javascript' }))).then(() => 'ran')`,
  'a service worker': `navigator.serviceWorker.register('${there}.js').then(() => 'ran')`,
  'a font': `new FontFace('x', 'url(${there}.woff2)').load().then(() => 'ran')`,
  'a style with a picture': `(() => { document.body.style.backgroundImage = 'url(${there}.png)'; return new Promise(done => setTimeout(done, 300, 'asked')) })()`,
  'a ping': `(() => { const a = Object.assign(document.createElement('a'), { href: '#x', ping: '${there}' }); document.body.append(a); a.click(); return new Promise(done => setTimeout(done, 300, 'asked')) })()`,
}

/**
 * Runs code in the page from a timer, where its policy counts (what Playwright evaluates directly is exempt), and
 * tells how it ended: what it returned, 'refused' when it threw, or 'nothing' when it did not end in a second.
 */
export const inTimer = (page: Page, source: string): Promise<unknown> =>
  page.evaluate(`new Promise(done => {
    setTimeout(done, 1000, 'nothing')
    setTimeout(async () => {
      try { done(await (${source})) } catch { done('refused') }
    })
  })`)
