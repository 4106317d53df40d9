/** Work on a picture of an open region, while the user goes on. */
import { fail, ok, type Result } from '#shared/base/result'
import { Picture } from './picture'
import type { RegionStore } from './region-store'
import { problemOf, type StoreProblem } from './store-problem'

/** How often a picture is begun anew that an import has torn, before commits are made to wait. */
const tries = 3

/** Runs `work` on the region as it stands now; commits go on meanwhile, and what they write over is kept for it. */
export async function takePicture<T>(
  store: RegionStore,
  work: (picture: Picture) => Promise<T>,
): Promise<Result<T, StoreProblem>> {
  const { pictures } = store.database
  for (let i = 0; i < tries; i++) {
    const picture = new Picture()
    // Begun between two commits, so that it holds whole ones.
    const begun = await store.exclusively<null, StoreProblem>(() => {
      pictures.add(picture)
      return Promise.resolve(ok(null))
    })
    if (!begun.ok) return begun
    try {
      const value = await work(picture)
      if (!picture.isTorn) return ok(value)
    } catch (error) {
      return fail(problemOf(error))
    } finally {
      pictures.delete(picture)
      picture.end()
    }
  }
  return store.exclusively(async () => ok(await work(new Picture())))
}
