/** The local log: lines appended to a file that is turned over when full; nothing of it ever leaves the machine. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogEntry } from '#shared/bridge/ipc'

const fullAt = 500_000
const keptFiles = 3
const longestReport = 200_000

/** The log of one run. */
export interface Log {
  /** Appends a line with the time; a log that cannot be written is no reason to stop. */
  add(entry: LogEntry): void
  /** The newest part of the log, at most 200,000 characters, oldest line first. */
  read(): string
}

/** Makes the log in `folder`; `now` tells the time. */
export function openLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = (age: number) => join(folder, age === 0 ? 'quarterdeck.log' : `quarterdeck.${age}.log`)
  function turnOver(): void {
    if (!existsSync(file(0)) || statSync(file(0)).size < fullAt) return
    rmSync(file(keptFiles - 1), { force: true })
    for (let age = keptFiles - 2; age >= 0; age--)
      if (existsSync(file(age))) renameSync(file(age), file(age + 1))
  }
  return {
    add({ level, text, detail }) {
      // One line each, so that no entry can pass for another.
      const line = [
        now().toISOString(),
        level,
        JSON.stringify(text),
        ...(detail === null ? [] : [JSON.stringify(detail)]),
      ]
      try {
        mkdirSync(folder, { recursive: true })
        turnOver()
        appendFileSync(file(0), `${line.join(' ')}\n`)
      } catch {
        // A full disk must not take the program down with it.
      }
    },
    read() {
      let text = ''
      for (let age = 0; age < keptFiles && text.length < longestReport; age++)
        if (existsSync(file(age))) text = readFileSync(file(age), 'utf8') + text
      return text.slice(-longestReport)
    },
  }
}
