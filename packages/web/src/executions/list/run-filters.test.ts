import { expect, test } from 'vitest'
import { queryOf } from './run-filters.ts'

test('filters of the address become those of the search, and a time is cut to the hour', () => {
  const now = Date.UTC(2026, 4, 20, 10, 30)
  expect(
    queryOf({ status: 'paused', search: 'box', by: 3, workflow: 4, outcome: 5, project: 6, since: 'week' }, now),
  ).toEqual({
    status: 'paused',
    search: 'box',
    started_by: 3,
    workflow_id: 4,
    outcome_id: 5,
    project_id: 6,
    started_after: '2026-05-13T10:00:00.000Z',
  })
  expect(queryOf({}, now)).toEqual({})
})
