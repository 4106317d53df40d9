/** The built shell as a user meets it: files, menu, printing, backups, a second copy, a restart. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures'

test('files chosen in the dialog arrive as names and bytes, several at once', async ({ desktop }) => {
  const paths = ['deals.csv', 'reps.csv'].map(name => join(desktop.userDataDir, name))
  for (const path of paths) await writeFile(path, 'a,b\n1,2\n')
  await desktop.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, paths)
  const files = await desktop.page.evaluate(async () => {
    const opened = await window.quarterdeckHost?.openFiles([{ title: 'Tables', extensions: ['csv'] }])
    return opened?.map(file => ({
      name: file.name,
      text: new TextDecoder().decode(file.bytes),
      keys: Object.keys(file),
    }))
  })
  expect(files).toEqual(
    ['deals.csv', 'reps.csv'].map(name => ({ name, text: 'a,b\n1,2\n', keys: ['name', 'bytes'] })),
  )
})
