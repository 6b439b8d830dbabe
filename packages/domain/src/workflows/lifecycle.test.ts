import { expect, it } from 'vitest'
import { workflowStatuses } from './definition.ts'
import { allowedMoves, mayMove, mayPublish } from './lifecycle.ts'

it('statuses move forward one by one, and back to draft from active alone', () => {
  const all = workflowStatuses.flatMap(from =>
    workflowStatuses.filter(to => from !== to && mayMove(from, to)).map(to => `${from} -> ${to}`),
  )
  expect(all).toEqual([
    'draft -> active',
    'active -> draft',
    'active -> published',
    'published -> deprecated',
    'deprecated -> archived',
  ])
})

it('a workflow may stay what it is, and an archived one has nowhere to go', () => {
  for (const status of workflowStatuses) expect(mayMove(status, status)).toBe(true)
  expect(allowedMoves('archived')).toEqual([])
})

it('what is out of use cannot be published', () => {
  expect(workflowStatuses.filter(mayPublish)).toEqual(['draft', 'active', 'published'])
})
