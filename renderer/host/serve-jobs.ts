/** The worker's side of jobs: what a worker's own file calls to serve its functions. */
import { expose, transfer } from 'comlink'

/** Serves `api` to the page that made this worker; called once, at the end of the worker's file. */
export const serveJobs = (api: object): void => expose(api)

/** Moves a result to the page with these buffers instead of copying them. */
export const handBack = <T>(value: T, buffers: readonly Transferable[]): T => transfer(value, [...buffers])
