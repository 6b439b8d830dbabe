import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { callField } from './called-field.ts'
import { useShortcuts } from '../executions/player/use-shortcuts.ts'

afterEach(cleanup)

/** A page with keys of its own, and a field that comes when the test says so, as one does that is drawn or loaded late. */
function openPage() {
  const undo = vi.fn<() => void>()
  const find = () => document.querySelector('textarea')
  function Page({ isThere }: { readonly isThere: boolean }) {
    const [text, setText] = useState('')
    useShortcuts({ u: undo, i: () => callField(find) })
    // A part of the page with keys of its own.
    useShortcuts({ Escape: undefined })
    return isThere ? <textarea aria-label="Note" value={text} onChange={event => setText(event.target.value)} /> : null
  }
  const { rerender } = render(<Page isThere={false} />)
  return { undo, user: userEvent.setup(), comes: () => rerender(<Page isThere />) }
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox')

test('what is typed for a field that is still to come is written into it, and presses no key of the page', async () => {
  const { undo, user, comes } = openPage()
  await user.keyboard('iundox{Backspace}')
  comes()
  await vi.waitFor(() => expect(document.activeElement).toBe(field()))
  await user.keyboard(' it')
  expect(field().value).toBe('undo it')
  expect(undo).not.toHaveBeenCalled()
})

test('Enter is pressed in the field, after what was typed before it', async () => {
  const { user, comes } = openPage()
  const pressed = vi.fn<(text: string) => void>()
  window.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Enter' && target === field()) pressed(field().value)
  })
  await user.keyboard('igo{Enter}')
  comes()
  await vi.waitFor(() => expect(pressed.mock.calls).toEqual([['go']]))
})

test('Escape gives the field up: the keys are those of the page again, and nothing takes the focus later', async () => {
  const { undo, user, comes } = openPage()
  await user.keyboard('ix{Escape}u')
  expect(undo).toHaveBeenCalledTimes(1)
  comes()
  await Promise.resolve()
  expect(document.activeElement).not.toBe(field())
  expect(field().value).toBe('')
})
