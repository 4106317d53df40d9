/** The list of commands: ids and keys are each given once, and a key press finds its command. */
import { describe, expect, test } from 'vitest'
import { commandById, commandForPress, commands, keyLabel, type KeyPress } from '#shared/bridge/commands'

const press = (key: string, held = ''): KeyPress => ({
  key,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
})

describe('the list', () => {
  test('has each id, each title and each key once', () => {
    const keys = commands.flatMap(one => (one.key === null ? [] : [one.key]))
    for (const list of [commands.map(one => one.id), commands.map(one => one.title), keys])
      expect(new Set(list).size).toBe(list.length)
  })

  test('has titles in sentence case without marks', () => {
    for (const { title } of commands) expect(title).toMatch(/^[A-Z][A-Za-z -]*[a-zA-Z]$/)
  })

  test('has the screens of the rail', () => {
    for (const screen of ['home', 'pipeline', 'accounts', 'people', 'forecast', 'territories', 'coaching'])
      expect(commandById(`go.${screen}`)).not.toBeNull()
    for (const screen of ['process', 'imports', 'settings'])
      expect(commandById(`go.${screen}`)).not.toBeNull()
    expect(commandById('go.nowhere')).toBeNull()
  })
})

describe('a key press', () => {
  test.each([
    [press('z', 'c'), false, 'edit.undo'],
    [press('Z', 'cs'), false, 'edit.redo'],
    [press('y', 'c'), false, 'edit.redo'],
    [press('z', 'm'), true, 'edit.undo'],
    [press('Z', 'ms'), true, 'edit.redo'],
    [press('k', 'c'), false, 'find.open'],
    [press('ArrowLeft', 'a'), false, 'go.back'],
    [press('F1'), false, 'help.keys'],
    [press(',', 'c'), false, 'go.settings'],
    [press('1', 'c'), false, 'go.home'],
  ])('%o finds its command', (pressed, mac, id) => {
    expect(commandForPress(pressed, mac)?.id).toBe(id)
  })

  test('with other keys held finds none', () => {
    expect(commandForPress(press('z'), false)).toBeNull()
    expect(commandForPress(press('z', 'm'), false)).toBeNull()
    expect(commandForPress(press('z', 'c'), true)).toBeNull()
    expect(commandForPress(press('y', 'm'), true)).toBeNull()
    expect(commandForPress(press('z', 'ca'), false)).toBeNull()
  })
})

describe('a key is named as the system names it', () => {
  test.each([
    ['CmdOrCtrl+Shift+Z', 'Ctrl+Shift+Z', '⇧⌘Z'],
    ['Alt+Left', 'Alt+←', '⌥←'],
    ['F1', 'F1', 'F1'],
    ['CmdOrCtrl+,', 'Ctrl+,', '⌘,'],
  ])('%s', (key, elsewhere, mac) => {
    expect(keyLabel(key, false)).toBe(elsewhere)
    expect(keyLabel(key, true)).toBe(mac)
  })
})
