/** Opening the sample region: made anew from its seed, so that it ships without a file. */
import { fail, ok, type Result } from '#shared/base/result'
import type { DeskSession } from '../../store/desk-session'
import { storeProblemText } from '../../store/store-problem'

/** The name of the sample. */
export const sampleName = 'Sample region'

/** Opens the sample region that is there, or makes it. */
export async function openSample(desk: DeskSession): Promise<Result<null, string>> {
  const known = desk.status.regions.find(each => each.sample)
  if (known) return (await desk.open(known.id)) ? ok(null) : fail('The sample could not be opened.')
  // Made before the region is, so that a region without its records is never left behind.
  const { sampleRegion } = await import('#shared/sample/sample-region')
  const { change, archive } = sampleRegion()
  const filled = await desk.create(sampleName, {
    sample: true,
    fill: store =>
      store.commit(change, {
        label: 'Sample region',
        source: 'import',
        archive: archive.map(({ key, rows }) => ({ key, value: rows })),
      }),
  })
  return filled ? ok(null) : fail(desk.status.problem ? storeProblemText(desk.status.problem) : 'Not opened.')
}
