/** Every call from the page is checked: what is right passes, and each way of being wrong is refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callChecks, callLimits, isFileName, isOutwardLink } from '#shared/bridge/check-call'
import { channels, type Calls } from '#shared/bridge/ipc'

const kinds = [{ title: 'Tables', extensions: ['csv', 'xlsx'] }]
const bytes = new Uint8Array(3)
const entry = { level: 'info', text: 'Opened', detail: null }

const right: { [K in keyof Calls]: unknown[][] } = {
  openFiles: [[kinds], [[]]],
  takeFiles: [[]],
  saveFile: [
    ['Weekly pack – Ann.xlsx', bytes, kinds],
    ['Übersicht.csv', new Uint8Array(0), []],
  ],
  revealFile: [['a.xlsx']],
  printToPdf: [['a.pdf']],
  writeBackup: [['north--20261122T0800.quarterdeck', bytes]],
  listBackups: [[]],
  readBackup: [['a.quarterdeck']],
  deleteBackup: [['a.quarterdeck']],
  log: [[entry], [{ ...entry, level: 'error', detail: 'stack' }]],
  readLog: [[]],
  openLink: [['https://example.com'], ['https://example.com/a?b=c#d']],
}

const badNames = [
  '',
  '.',
  '..',
  '../a',
  'a/b',
  'a\\b',
  'C:a',
  'a\0b',
  'a\nb',
  'a?',
  '*',
  ' ',
  'x'.repeat(201),
  7,
  null,
]
const badBackups = [...badNames, '.hidden', 'a b', 'a.part', '/etc/passwd', '%2e%2e', 'ä', '-rf']
const badKinds: unknown[] = [
  null,
  'csv',
  { length: 0 },
  [null],
  [{ title: 'x' }],
  [{ title: 7, extensions: ['csv'] }],
  [{ title: 'x', extensions: [] }],
  [{ title: 'x', extensions: ['../x'] }],
  [{ title: 'x', extensions: ['CSV'] }],
  [{ title: 'x', extensions: 'csv' }],
  [{ title: 'x'.repeat(201), extensions: ['csv'] }],
  Array.from({ length: 21 }, () => kinds[0]),
  [{ title: 'x', extensions: Array.from({ length: 31 }, () => 'csv') }],
]
const badBytes = [
  null,
  'text',
  [1, 2],
  new ArrayBuffer(3),
  { byteLength: 3 },
  new DataView(new ArrayBuffer(3)),
]
const badLinks = [
  'http://example.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://',
  'https:///a',
  'https://user:word@example.com/',
  'https://example.com\\@evil.example/',
  'https://example.com/a b',
  ' https://example.com',
  'https://example.com\n',
  `https://example.com/${'a'.repeat(2000)}`,
  7,
  null,
]

const wrong: { [K in keyof Calls]: unknown[][] } = {
  openFiles: badKinds.map(one => [one]),
  takeFiles: [[1]],
  saveFile: [
    ...badNames.map(name => [name, bytes, kinds]),
    ...badBytes.map(one => ['a', one, kinds]),
    ...badKinds.map(one => ['a', bytes, one]),
  ],
  revealFile: badNames.map(name => [name]),
  printToPdf: badNames.map(name => [name]),
  writeBackup: [...badBackups.map(name => [name, bytes]), ...badBytes.map(one => ['a', one])],
  listBackups: [[null]],
  readBackup: badBackups.map(name => [name]),
  deleteBackup: badBackups.map(name => [name]),
  log: [
    ['text'],
    [null],
    [[]],
    [{ ...entry, level: 'debug' }],
    [{ ...entry, text: 'x'.repeat(2001) }],
    [{ ...entry, detail: undefined }],
    [{ ...entry, detail: 'x'.repeat(20_001) }],
  ],
  readLog: [[{}]],
  openLink: badLinks.map(url => [url]),
}

describe.each(Object.keys(channels) as (keyof Calls)[])('%s', call => {
  const check: (args: readonly unknown[]) => boolean = callChecks[call]

  test('takes what it is for', () => {
    for (const args of right[call]) expect(check(args), JSON.stringify(args)).toBe(true)
  })

  test('refuses what it is not for', () => {
    for (const args of wrong[call]) expect(check(args), JSON.stringify(args)).toBe(false)
  })

  test('refuses too few and too many arguments', () => {
    for (const args of right[call]) {
      expect(check([...args, undefined])).toBe(false)
      if (args.length > 0) expect(check(args.slice(1))).toBe(false)
    }
  })

  test('answers, and never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 4 }), args => typeof check(args) === 'boolean'),
    )
  })
})

test('bytes beyond the limit are refused', () => {
  const huge = Object.create(Uint8Array.prototype, {
    byteLength: { value: callLimits.bytes + 1 },
  }) as Uint8Array
  expect(callChecks.writeBackup(['a', huge])).toBe(false)
})

test('a file name never leads out of a folder', () => {
  fc.assert(
    fc.property(fc.string(), name => {
      if (isFileName(name)) expect(name.split(/[/\\]/)).toEqual([name])
    }),
  )
})

test('a link that passes goes to the host that it shows', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab.:/@?#\\ \t') }), rest => {
      const url = `https://${rest}`
      if (!isOutwardLink(url) || !URL.canParse(url)) return
      const read = new URL(url)
      expect([read.protocol, read.username, read.password]).toEqual(['https:', '', ''])
      expect(url.slice(8).split(/[/?#]/)[0]).toContain(read.hostname)
    }),
  )
})
