import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createFakeApi } from '../../testing/fake-api/fake-api.ts'
import { visit } from '../../testing/render-app.tsx'
import { smallWorkflow } from '../../testing/small-workflow.ts'

const workflow = smallWorkflow(
  [
    { id: 1, name: 'Cut' },
    { id: 2, name: 'Sew' },
  ],
  [{ source_step_id: 1, target_step_id: 2 }],
)

test.each([
  ['is under way while the run goes on', 'pause', 'SewUnder way'],
  ['was not done once the run was cancelled', 'cancel', 'SewNot done'],
] as const)('on the page of the result a step that was begun %s', async (_, type, row) => {
  const { fetch, handlers } = createFakeApi({ workflows: [workflow] })
  const caller = { token: '', ifMatch: null, idempotencyKey: null }
  handlers.executions.start({ params: { id: 1 } }, caller)
  const commands = [{ type: 'complete', step_id: 1 } as const, { type } as const].map((request, index) => ({
    key: `deed ${index}`,
    at: 0,
    request,
  }))
  handlers.offline.sync({ params: { id: 1 }, body: { commands } }, caller)
  visit('/runs/1/summary', fetch)
  const table = await screen.findByRole('table', { name: 'Step by step' })
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Cut', row])
})
