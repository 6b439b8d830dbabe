import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { CommandDialog } from './CommandDialog.tsx'

afterEach(cleanup)

const commandsOf = (...names: string[]) => names.map(name => ({ id: name, name, kind: 'room', icon: null }))

/** A dialog whose list comes when the test says so, as one does that a slow device or a server makes. */
function openDialog() {
  const onRun = vi.fn<(id: string) => void>()
  const user = userEvent.setup()
  const dialog = (text: string, names: string[], isCurrent: boolean) => (
    <CommandDialog
      label="Search"
      placeholder="A name"
      text={text}
      onText={() => {}}
      commands={commandsOf(...names)}
      isCurrent={isCurrent}
      status=""
      onRun={onRun}
      onClose={() => {}}
    />
  )
  const { rerender } = render(dialog('', [], true))
  return {
    onRun,
    show: (text: string, names: string[], isCurrent = true) => rerender(dialog(text, names, isCurrent)),
    press: async (keys: string) => {
      await user.click(screen.getByPlaceholderText('A name'))
      await user.keyboard(keys)
    },
  }
}

test('Enter runs the first command of what was typed', async () => {
  const { show, press, onRun } = openDialog()
  show('wal', ['wallet', 'walnut'])
  await press('{Enter}')
  expect(onRun.mock.calls).toEqual([['wallet']])
})

test('Enter before the list has followed runs the first of the new list once it is there, and only once', async () => {
  const { show, press, onRun } = openDialog()
  show('wal', ['wool'], false)
  await press('{Enter}')
  expect(onRun).not.toHaveBeenCalled()
  show('wal', [])
  expect(onRun).not.toHaveBeenCalled()
  show('wal', ['wallet', 'walnut'])
  show('wal', ['walnut', 'wallet'])
  expect(onRun.mock.calls).toEqual([['wallet']])
})

test('a letter after such an Enter takes it back', async () => {
  const { show, press, onRun } = openDialog()
  show('wal', ['wool'], false)
  await press('{Enter}')
  show('waln', ['walnut'])
  show('wal', ['wallet'])
  expect(onRun).not.toHaveBeenCalled()
})

test('what the arrows have chosen is what Enter runs', async () => {
  const { show, press, onRun } = openDialog()
  show('wal', ['wallet', 'walnut'])
  await press('{ArrowDown}{ArrowDown}{Enter}')
  expect(onRun.mock.calls).toEqual([['walnut']])
})
