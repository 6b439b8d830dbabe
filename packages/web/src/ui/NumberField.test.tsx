import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Localised } from './Localised.tsx'
import { NumberField } from './NumberField.tsx'

afterEach(cleanup)

function Field({ onChange }: { readonly onChange: (value: number | null) => void }) {
  const [value, setValue] = useState<number | null>(null)
  return (
    <NumberField
      label="Gap"
      value={value}
      step={0.1}
      min={-Infinity}
      onChange={next => {
        setValue(next)
        onChange(next)
      }}
    />
  )
}

async function typed(locale: string, text: string) {
  const user = userEvent.setup()
  const given: (number | null)[] = []
  render(
    <Localised locale={locale}>
      <Field onChange={value => given.push(value)} />
    </Localised>,
  )
  const field = screen.getByLabelText<HTMLInputElement>('Gap')
  await user.type(field, text)
  await user.tab()
  return { last: given.at(-1), shown: field.value, user }
}

test.each([
  ['de', '0,7', '0,7'],
  ['fr', '0,7', '0,7'],
  ['es', '0,7', '0,7'],
  ['en', '0.7', '0.7'],
  ['en', '0,7', '0.7'],
  ['de', '0.7', '0,7'],
])('in %s, %s is seven tenths, and is shown as %s', async (locale, text, expected) => {
  const { last, shown } = await typed(locale, text)
  expect([last, shown]).toEqual([0.7, expected])
})

test('less than nothing can be measured, and tenths add up', async () => {
  expect(await typed('de', '-0,2')).toMatchObject({ last: -0.2 })
  cleanup()
  const { user } = await typed('en', '0.1')
  const more = document.querySelectorAll('button')[1]
  if (more === undefined) throw new Error('There is no button for more.')
  await user.click(more)
  await user.click(more)
  expect(screen.getByLabelText<HTMLInputElement>('Gap').value).toBe('0.3')
})

test('after the decimal sign of another language the arrow keys go on from what was typed', async () => {
  const user = userEvent.setup()
  const given: (number | null)[] = []
  render(
    <Localised locale="en">
      <Field onChange={value => given.push(value)} />
    </Localised>,
  )
  await user.type(screen.getByLabelText('Gap'), '0,7{ArrowUp}{ArrowUp}{ArrowUp}')
  expect(given).toEqual([0.7, 1, 2])
})
