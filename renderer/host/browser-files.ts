/** Choosing and saving files in a browser: its pickers where it has them, an input and a download where not. */
import type { FileKind, OpenedFile } from '#shared/bridge/ipc'

interface PickerType {
  readonly description: string
  readonly accept: Readonly<Record<string, readonly string[]>>
}

interface FileAccess {
  showOpenFilePicker?(options: { multiple: boolean; types: PickerType[] }): Promise<FileSystemFileHandle[]>
  showSaveFilePicker?(options: { suggestedName: string; types: PickerType[] }): Promise<FileSystemFileHandle>
}

/** The pickers, which not every browser has. */
const pickers = (): FileAccess => window as FileAccess

const dotted = (kind: FileKind) => kind.extensions.map(one => `.${one}`)
const pickerTypes = (kinds: readonly FileKind[]): PickerType[] =>
  kinds.map(kind => ({ description: kind.title, accept: { 'application/octet-stream': dotted(kind) } }))

const isCancel = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

/** Reads a file of the browser into a name and bytes. */
export const readOpened = async (file: File): Promise<OpenedFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})

/** Lets the user choose files of these kinds; none when they think better of it. */
export async function pickFiles(kinds: readonly FileKind[]): Promise<readonly OpenedFile[]> {
  const open = pickers().showOpenFilePicker
  if (!open) return Promise.all((await askInput(kinds)).map(readOpened))
  try {
    const handles = await open.call(window, { multiple: true, types: pickerTypes(kinds) })
    return await Promise.all(handles.map(async handle => readOpened(await handle.getFile())))
  } catch (error) {
    if (isCancel(error)) return []
    throw error
  }
}

function askInput(kinds: readonly FileKind[]): Promise<readonly File[]> {
  return new Promise(done => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.accept = kinds.flatMap(dotted).join(',')
    input.addEventListener('change', () => done([...(input.files ?? [])]))
    input.addEventListener('cancel', () => done([]))
    input.click()
  })
}

/** Saves bytes where the user says, or as a download; the name, or null when they think better of it. */
export async function saveAs(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  kinds: readonly FileKind[],
): Promise<string | null> {
  const save = pickers().showSaveFilePicker
  if (!save) {
    download(name, bytes)
    return name
  }
  try {
    const handle = await save.call(window, { suggestedName: name, types: pickerTypes(kinds) })
    const file = await handle.createWritable()
    await file.write(bytes)
    await file.close()
    return handle.name
  } catch (error) {
    if (isCancel(error)) return null
    // The picker opens only shortly after a click; a file that took longer to make is downloaded.
    if (error instanceof DOMException && error.name === 'SecurityError') {
      download(name, bytes)
      return name
    }
    throw error
  }
}

function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes]))
  link.download = name
  link.click()
  // Long enough for the browser to have begun reading.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
