/** Checks the arguments of every call from the page before the shell acts on them. */
import type { Calls, FileKind, LogEntry } from './ipc'
import { isBackupName } from './backup-name'

/** The most that a call may carry. Bytes are counted per file. */
export const callLimits = {
  bytes: 1_000_000_000,
  nameLength: 200,
  kinds: 20,
  extensions: 30,
  logText: 2_000,
  logDetail: 20_000,
  urlLength: 2_000,
} as const

type Check<K extends keyof Calls> = (args: readonly unknown[]) => args is Parameters<Calls[K]>

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest

/** True for a file name that names no folder: no separators, no control characters, not only dots. */
export const isFileName = (value: unknown): value is string =>
  isText(value, callLimits.nameLength) && /^[^\p{Cc}/\\:*?"<>|]+$/u.test(value) && !/^[.\s]*$/.test(value)

const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> =>
  value instanceof Uint8Array && value.byteLength <= callLimits.bytes

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isKind = (value: unknown): value is FileKind =>
  isRecord(value) &&
  isText(value['title'], callLimits.nameLength) &&
  Array.isArray(value['extensions']) &&
  value['extensions'].length > 0 &&
  value['extensions'].length <= callLimits.extensions &&
  value['extensions'].every(one => typeof one === 'string' && /^[a-z0-9]{1,12}$/.test(one))

const isKinds = (value: unknown): value is readonly FileKind[] =>
  Array.isArray(value) && value.length <= callLimits.kinds && value.every(isKind)

const isLogEntry = (value: unknown): value is LogEntry =>
  isRecord(value) &&
  ['info', 'warning', 'error'].includes(value['level'] as string) &&
  isText(value['text'], callLimits.logText) &&
  (value['detail'] === null || isText(value['detail'], callLimits.logDetail))

/** True for a link that may leave the program: https, with a host, without a name or password in it. */
export const isOutwardLink = (value: unknown): value is string =>
  isText(value, callLimits.urlLength) && /^https:\/\/[^/?#@\\\s]+([/?#][^\s\\]*)?$/.test(value)

const none = (args: readonly unknown[]): args is [] => args.length === 0

/** For each call, whether arguments that came from the page are what the call takes, in number, kind and size. */
export const callChecks: { readonly [K in keyof Calls]: Check<K> } = {
  openFiles: (args): args is Parameters<Calls['openFiles']> => args.length === 1 && isKinds(args[0]),
  takeFiles: none,
  saveFile: (args): args is Parameters<Calls['saveFile']> =>
    args.length === 3 && isFileName(args[0]) && isBytes(args[1]) && isKinds(args[2]),
  revealFile: (args): args is Parameters<Calls['revealFile']> => args.length === 1 && isFileName(args[0]),
  printToPdf: (args): args is Parameters<Calls['printToPdf']> => args.length === 1 && isFileName(args[0]),
  writeBackup: (args): args is Parameters<Calls['writeBackup']> =>
    args.length === 2 && isBackupName(args[0]) && isBytes(args[1]),
  listBackups: none,
  readBackup: (args): args is Parameters<Calls['readBackup']> => args.length === 1 && isBackupName(args[0]),
  deleteBackup: (args): args is Parameters<Calls['deleteBackup']> =>
    args.length === 1 && isBackupName(args[0]),
  log: (args): args is Parameters<Calls['log']> => args.length === 1 && isLogEntry(args[0]),
  readLog: none,
  openLink: (args): args is Parameters<Calls['openLink']> => args.length === 1 && isOutwardLink(args[0]),
}
