/** Answers the page's calls: only our own page is heard, and only with arguments that pass their check. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { callChecks } from '#shared/bridge/check-call'
import { hostError, hostFailure } from '#shared/bridge/host-failure'
import { channels, type Calls, type LogEntry } from '#shared/bridge/ipc'

/** Registers `services` for every call; `isOurPage` judges the sender, `log` hears what went wrong. */
export function answerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  services: Calls,
  isOurPage: (event: IpcMainInvokeEvent) => boolean,
  log: (entry: LogEntry) => void,
): void {
  const answer = <K extends keyof Calls>(call: K) => {
    const check: (args: readonly unknown[]) => boolean = callChecks[call]
    const service = services[call] as (...args: unknown[]) => Promise<unknown>
    ipcMain.handle(channels[call], async (event, ...args: unknown[]) => {
      if (!isOurPage(event) || !check(args)) {
        log({ level: 'warning', text: `Refused ${call}`, detail: event.senderFrame?.url ?? null })
        throw hostError('refused')
      }
      try {
        return await service(...args)
      } catch (error) {
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
        log({ level: 'error', text: `${call} failed`, detail })
        // The system's own message would name a path.
        throw hostError(hostFailure(error))
      }
    })
  }
  for (const call of Object.keys(channels) as (keyof Calls)[]) answer(call)
}
