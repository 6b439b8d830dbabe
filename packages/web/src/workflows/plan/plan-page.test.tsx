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
