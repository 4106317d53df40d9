/** Opening, saving and showing files that the user chose; the page learns names and bytes, never paths. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { callLimits } from '#shared/bridge/check-call'
import { isOpenable } from '#shared/bridge/file-kinds'
import { hostError } from '#shared/bridge/host-failure'
import type { FileKind, OpenedFile } from '#shared/bridge/ipc'
import { writeWhole } from './whole-file'

/** The dialogs that these services need: each answers with paths, none when the user thinks better of it. */
export interface FileDialogs {
  open(kinds: readonly FileKind[]): Promise<readonly string[]>
  save(name: string, kinds: readonly FileKind[]): Promise<string | null>
  /** Shows a file in its folder. */
  reveal(path: string): void
}

/** The file services of one run. */
export interface Files {
  openFiles(kinds: readonly FileKind[]): Promise<readonly OpenedFile[]>
  takeFiles(): Promise<readonly OpenedFile[]>
  saveFile(name: string, bytes: Uint8Array, kinds: readonly FileKind[]): Promise<string | null>
  revealFile(name: string): Promise<boolean>
  /** Takes in files named on a command line; those that are none are left out. True when there are any. */
  give(paths: readonly string[]): boolean
}

async function read(path: string): Promise<OpenedFile> {
  const { size } = await stat(path)
  if (size > callLimits.bytes) throw hostError('tooLarge')
  return { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
}

/** Makes the file services over these dialogs. */
export function fileServices(dialogs: FileDialogs): Files {
  /** Where files saved by this run went, by name, so that they can be shown without the page knowing. */
  const saved = new Map<string, string>()
  const given: string[] = []
  return {
    async openFiles(kinds) {
      return Promise.all((await dialogs.open(kinds)).map(read))
    },
    async takeFiles() {
      const read_ = await Promise.allSettled(given.splice(0).map(read))
      return read_.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []))
    },
    async saveFile(name, bytes, kinds) {
      const path = await dialogs.save(name, kinds)
      if (path === null) return null
      await writeWhole(path, bytes)
      saved.set(basename(path), path)
      return basename(path)
    },
    revealFile(name) {
      const path = saved.get(name)
      if (path !== undefined) dialogs.reveal(path)
      return Promise.resolve(path !== undefined)
    },
    give(paths) {
      const files = paths.filter(path => !path.startsWith('-') && isOpenable(path))
      given.push(...files)
      return files.length > 0
    },
  }
}
