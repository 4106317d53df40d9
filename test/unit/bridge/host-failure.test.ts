/** Failures of the host cross the wall as one word and become a sentence. */
import { expect, test } from 'vitest'
import { hostError, hostFailure, hostFailureText, type HostFailure } from '#shared/bridge/host-failure'

const failures: HostFailure[] = ['full', 'denied', 'missing', 'busy', 'tooLarge', 'refused', 'failed']

test('a failure survives the wrapping that a call puts around it', () => {
  for (const failure of failures) {
    const wrapped = new Error(
      `Error invoking remote method 'host:saveFile': Error: ${hostError(failure).message}`,
    )
    expect(hostFailure(wrapped)).toBe(failure)
  }
})

test.each([
  [Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' }), 'full'],
  [Object.assign(new Error('permission denied'), { code: 'EACCES' }), 'denied'],
  [Object.assign(new Error('no such file'), { code: 'ENOENT' }), 'missing'],
  [new DOMException('too much', 'QuotaExceededError'), 'full'],
  [new DOMException('gone', 'NotFoundError'), 'missing'],
  [Object.assign(new Error('odd'), { code: 'constructor' }), 'failed'],
  [new Error('whatever'), 'failed'],
  ['text', 'failed'],
])('%o is told as %s', (error, failure) => {
  expect(hostFailure(error)).toBe(failure)
})

test('every failure has a sentence that says what to do', () => {
  for (const failure of failures) expect(hostFailureText(failure)).toMatch(/^[A-Z].*\.$/)
})
