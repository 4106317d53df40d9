/** The built shell as a user meets it: files, menu, printing, backups, a second copy, a restart. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commands } from '#shared/bridge/commands'
import { expect, test, type Desktop } from './fixtures'

const kinds = [{ title: 'Tables', extensions: ['csv'] }]

/** Lets the save dialog choose this path. */
const chooseTarget = (desktop: Desktop, filePath: string) =>
  desktop.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)

/** Notes in the page what the host tells it, to be read back by `heard`. */
const listen = (desktop: Desktop) =>
  desktop.page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    window.quarterdeckHost?.onCommand(id => heard.push(id))
    window.quarterdeckHost?.onFilesOpened(files => {
      for (const file of files) heard.push(`${file.name}: ${new TextDecoder().decode(file.bytes)}`)
    })
  })
const heard = (desktop: Desktop) =>
  desktop.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)

test('files chosen in the dialog arrive as names and bytes, several at once', async ({ desktop }) => {
  const paths = ['deals.csv', 'reps.csv'].map(name => join(desktop.userDataDir, name))
  for (const path of paths) await writeFile(path, 'a,b\n1,2\n')
  await desktop.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, paths)
  const files = await desktop.page.evaluate(async given => {
    const opened = await window.quarterdeckHost?.openFiles(given)
    return opened?.map(file => ({
      name: file.name,
      text: new TextDecoder().decode(file.bytes),
      keys: Object.keys(file),
    }))
  }, kinds)
  expect(files).toEqual(
    ['deals.csv', 'reps.csv'].map(name => ({ name, text: 'a,b\n1,2\n', keys: ['name', 'bytes'] })),
  )
})

test('a file is saved where the user says, and shown in its folder', async ({ desktop }) => {
  const path = join(desktop.userDataDir, 'chosen.csv')
  await chooseTarget(desktop, path)
  await desktop.evaluate(({ shell }) => {
    shell.showItemInFolder = shown => Object.assign(globalThis, { shown })
  })
  const answer = await desktop.page.evaluate(async given => {
    const name = await window.quarterdeckHost?.saveFile('deals.csv', new Uint8Array([104, 105]), given)
    return [
      name,
      await window.quarterdeckHost?.revealFile(name ?? ''),
      await window.quarterdeckHost?.revealFile('x'),
    ]
  }, kinds)
  expect(answer).toEqual(['chosen.csv', true, false])
  expect(await readFile(path, 'utf8')).toBe('hi')
  expect(await desktop.evaluate(() => (globalThis as unknown as { shown: string }).shown)).toBe(path)
})

test('the page is printed to a real PDF', async ({ desktop }) => {
  const path = join(desktop.userDataDir, 'page.pdf')
  await chooseTarget(desktop, path)
  expect(await desktop.page.evaluate(() => window.quarterdeckHost?.printToPdf('page.pdf'))).toBe('page.pdf')
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
})

test('every command of the menu reaches the page under its id', async ({ desktop }) => {
  await listen(desktop)
  const ids = commands.map(command => command.id)
  await desktop.evaluate(({ Menu }, all) => {
    for (const id of all) Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  }, ids)
  await expect.poll(() => heard(desktop)).toEqual(ids)
})

test('a second copy hands its files to the first and leaves', async ({ desktop }) => {
  const path = join(desktop.userDataDir, 'late deals.csv')
  await writeFile(path, 'late')
  await listen(desktop)
  await desktop.second('--some-flag', path, join(desktop.userDataDir, 'gone.csv'))
  await expect.poll(() => heard(desktop)).toEqual(['late deals.csv: late'])
  await desktop.second()
  expect(await heard(desktop)).toEqual(['late deals.csv: late'])
})

test('backups and the log outlive a restart', async ({ desktop }) => {
  const name = 'north--20261122T080000.quarterdeck'
  await desktop.page.evaluate(async backup => {
    await window.quarterdeckHost?.writeBackup(backup, new Uint8Array([1, 2, 3]))
    await window.quarterdeckHost?.log({ level: 'info', text: 'A backup was kept', detail: null })
  }, name)
  await desktop.restart()
  const found = await desktop.page.evaluate(async backup => {
    const [list, bytes, log] = await Promise.all([
      window.quarterdeckHost?.listBackups(),
      window.quarterdeckHost?.readBackup(backup),
      window.quarterdeckHost?.readLog(),
    ])
    return { names: list?.map(one => [one.name, one.size]), bytes: [...(bytes ?? [])], log }
  }, name)
  expect(found.names).toEqual([[name, 3]])
  expect(found.bytes).toEqual([1, 2, 3])
  expect(found.log).toContain('A backup was kept')
})

test('the window opens where it was', async ({ desktop }) => {
  const path = join(desktop.userDataDir, 'window.json')
  const place = { x: 40, y: 30, width: 1000, height: 700 }
  await desktop.restart(async () => {
    const kept = JSON.parse(await readFile(path, 'utf8')) as { bounds: unknown; maximized: boolean }
    expect(kept).toMatchObject({ maximized: false, bounds: { width: 1360, height: 860 } })
    await writeFile(path, JSON.stringify({ bounds: place, maximized: false }))
  })
  const bounds = () =>
    desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  expect(await bounds()).toEqual(place)
})

test('quitting closes the window and ends the program', async ({ desktop }) => {
  const closed = desktop.page.waitForEvent('close')
  await desktop.evaluate(({ app }) => void setTimeout(() => app.quit(), 10))
  await closed
})
