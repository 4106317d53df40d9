/** What is on disk outlives the sudden end of the browser. */
import { expect, test } from './crash'

test('a backup that was kept is there after the browser was killed', async ({ crashable }) => {
  await crashable.page.evaluate(async () => {
    const folder = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle('backups', { create: true })
    const file = await (await folder.getFileHandle('north--1.quarterdeck', { create: true })).createWritable()
    await file.write(new Uint8Array([1, 2, 3]))
    await file.close()
  })
  await crashable.crash()
  const bytes = await crashable.page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('backups')
    const file = await (await folder.getFileHandle('north--1.quarterdeck')).getFile()
    return [...new Uint8Array(await file.arrayBuffer())]
  })
  expect(bytes).toEqual([1, 2, 3])
})
