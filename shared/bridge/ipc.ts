/** What the page may ask of whoever hosts it: the shell or a browser. Bytes and names cross, never paths. */

/** A file that the user chose, as the page gets it. */
export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A kind of file as a dialog offers it; extensions are lower case and without the dot. */
export interface FileKind {
  readonly title: string
  readonly extensions: readonly string[]
}

/** A backup that is kept: its name, its size in bytes and when it was written, in milliseconds since 1970. */
export interface Backup {
  readonly name: string
  readonly size: number
  readonly at: number
}

/** A line for the local log: what happened in one sentence, and the details a repair needs. */
export interface LogEntry {
  readonly level: 'info' | 'warning' | 'error'
  readonly text: string
  readonly detail: string | null
}

/** Everything that the page can ask; each call is one channel between page and shell. */
export interface Calls {
  /** Lets the user choose files of these kinds, several at once; none when they think better of it. */
  openFiles(kinds: readonly FileKind[]): Promise<readonly OpenedFile[]>
  /** Files that were given to the program from outside since the last call; each is handed over once. */
  takeFiles(): Promise<readonly OpenedFile[]>
  /** Saves bytes where the user says, whole or not at all; the name they were saved under, or null. */
  saveFile(name: string, bytes: Uint8Array<ArrayBuffer>, kinds: readonly FileKind[]): Promise<string | null>
  /** Shows a file saved by this run in its folder; false when it cannot be shown. */
  revealFile(name: string): Promise<boolean>
  /** Prints the page as it stands; the name it was saved under, or null when printed or given up. */
  printToPdf(name: string): Promise<string | null>
  /** Keeps bytes as a backup, whole or not at all, and drops the oldest of its series. */
  writeBackup(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** The backups that are kept, newest first. */
  listBackups(): Promise<readonly Backup[]>
  /** The bytes of a backup, or null when there is none of that name. */
  readBackup(name: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Drops a backup; one that is not there is no error. */
  deleteBackup(name: string): Promise<void>
  /** Adds a line to the local log. */
  log(entry: LogEntry): Promise<void>
  /** The newest part of the local log, for a report that the user copies. */
  readLog(): Promise<string>
  /** Opens an https link in the system's browser after asking the user; false when they decline. */
  openLink(url: string): Promise<boolean>
}

/** The host as the page sees it. */
export interface Host extends Calls {
  readonly kind: 'shell' | 'browser'
  /** Hears commands chosen in the native menu, by their id; returns the way to stop hearing. */
  onCommand(listener: (id: string) => void): () => void
  /** Hears files given from outside, those that came before it listened included; returns the way to stop. */
  onFilesOpened(listener: (files: readonly OpenedFile[]) => void): () => void
}

/** The channel of each call. */
export const channels: { readonly [K in keyof Calls]: string } = {
  openFiles: 'host:openFiles',
  takeFiles: 'host:takeFiles',
  saveFile: 'host:saveFile',
  revealFile: 'host:revealFile',
  printToPdf: 'host:printToPdf',
  writeBackup: 'host:writeBackup',
  listBackups: 'host:listBackups',
  readBackup: 'host:readBackup',
  deleteBackup: 'host:deleteBackup',
  log: 'host:log',
  readLog: 'host:readLog',
  openLink: 'host:openLink',
}

/** The channels on which the shell speaks first: a menu command's id; "there are files to take". */
export const notices = { command: 'host:command', files: 'host:files' } as const
