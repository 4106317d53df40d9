/** Who carries out a named command: the part of the screen that is there and knows how. */
import { createContext, use, useEffect, useRef } from 'react'
import { present } from '#shared/base/assert'
import type { commands } from '#shared/bridge/commands'

/** The id of a command. */
export type CommandId = (typeof commands)[number]['id']

type Handler = () => void

/** Finds, for a command, the newest part of the screen that answers it. */
export class CommandDesk {
  private readonly handlers = new Map<string, { readonly run: Handler }[]>()
  private readonly listeners = new Set<() => void>()
  private counter = 0

  /** Moves whenever someone begins or ceases to answer. */
  get version(): number {
    return this.counter
  }

  /** Hears when someone begins or ceases to answer; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Answers a command from now on; returns the way to stop. */
  answer(id: CommandId, run: Handler): () => void {
    const mine = { run }
    this.handlers.set(id, [...(this.handlers.get(id) ?? []), mine])
    this.changed()
    return () => {
      this.handlers.set(
        id,
        (this.handlers.get(id) ?? []).filter(each => each !== mine),
      )
      this.changed()
    }
  }

  /** True where someone answers a command now. */
  answers(id: string): boolean {
    return (this.handlers.get(id)?.length ?? 0) > 0
  }

  /** Carries a command out; false where no one answers it now. */
  run(id: string): boolean {
    const last = this.handlers.get(id)?.at(-1)
    last?.run()
    return last !== undefined
  }

  private changed(): void {
    this.counter++
    for (const listener of [...this.listeners]) listener()
  }
}

/** The commands of this window, given by the application. */
export const CommandContext = createContext<CommandDesk | null>(null)

/** The commands of this window. */
export const useCommands = (): CommandDesk =>
  present(use(CommandContext), 'the application gives the commands')

/** Answers a command while the calling part is on the screen and `run` is not null. */
export function useCommand(id: CommandId, run: Handler | null): void {
  const desk = useCommands()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const active = run !== null
  useEffect(() => (active ? desk.answer(id, () => latest.current?.()) : undefined), [desk, id, active])
}
