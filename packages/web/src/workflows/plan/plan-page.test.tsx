import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { sampleWorkflows } from '../../testing/fake-api/samples.ts'
import { createFakeApi } from '../../testing/fake-api/fake-api.ts'
import { visit } from '../../testing/render-app.tsx'

test('the plan says which way its time is of, and what its author states for the whole', async () => {
  const box = sampleWorkflows().find(({ name }) => /Box/.test(name))
  expect(box?.estimated_duration).toBe(360)
  visit(`/workflows/${box?.id}/plan`, createFakeApi().fetch)
  const summary = within(await screen.findByRole('complementary', { name: 'Summary' }))
  const said = (term: string) => summary.getByText(term).nextElementSibling?.textContent
  expect(said('This way takes')).toMatch(/^5 h/)
  expect(said('Time its author states')).toBe('6 h')
  const outcomes = within(screen.getByRole('radiogroup', { name: 'Outcome' }))
  const details = outcomes.getAllByText(/^About/).map(({ textContent }) => textContent)
  expect(details).toHaveLength(3)
  expect(details.every(text => / h.*, the quickest way$/.test(text))).toBe(true)
})

const openQuantities = async () => {
  const { user } = visit('/workflows/1/plan', createFakeApi().fetch)
  const pieces = await screen.findByLabelText<HTMLInputElement>('Pieces')
  const have = screen.getByLabelText<HTMLInputElement>(/^I have/)
  return { user, pieces, have, saw: (text: RegExp) => screen.queryByText(text)?.textContent ?? null }
}

test.each(['0', 'abc', '-3', '9999999'])('for %s pieces one is told what numbers are taken', async text => {
  const { user, pieces, saw } = await openQuantities()
  await user.clear(pieces)
  await user.type(pieces, text)
  await user.tab()
  expect([pieces.value, pieces.getAttribute('aria-invalid')]).toEqual([text, 'true'])
  expect(saw(/^Type a number/)).toBe('Type a number above 0, at most 1,000,000.')
  await user.clear(pieces)
  await user.type(pieces, '٢')
  await user.tab()
  expect([pieces.value, saw(/^Type a number/)]).toEqual(['2', null])
})

test.each([
  ['10', /^Enough for/, 'Enough for 13.33.', '13.33'],
  ['٠٫٧٥', /^Enough for/, 'Enough for 1.', '1'],
  ['1,500', /^Enough for/, 'Enough for 2,000.', '2000'],
  ['0.03', /too little/, 'That is too little for one: it is enough for 0.04.', '0.04'],
  ['0', /too little/, 'That is too little for one: it is enough for 0.', '1'],
  ['abc', /^Type how much/, 'Type how much you have as a number, such as 2.5.', '1'],
  ['-3', /^Type how much/, 'Type how much you have as a number, such as 2.5.', '1'],
])('having %s of the leather one is told how many pieces it is enough for', async (text, said, sentence, shown) => {
  const { user, pieces, have, saw } = await openQuantities()
  await user.clear(have)
  await user.paste(text)
  expect([saw(said), pieces.value]).toEqual([sentence, shown])
})
