import type { RouteInput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { FakeError } from './fake-error.ts'
import type { Handlers } from './handlers.ts'
import type { FakeWorkflow } from './samples.ts'

type Filters = NonNullable<RouteInput<Routes['workflows']['facets']>['query']>

const countsOf = <T extends string>(values: readonly (T | null)[]) =>
  [...new Set(values)].flatMap(value =>
    value === null ? [] : [{ value, count: values.filter(other => other === value).length }],
  )

export function fakeWorkflows(workflows: readonly FakeWorkflow[]): Handlers<'workflows'>['workflows'] {
  const found = ({ search = '', difficulty_level, category }: Filters) =>
    workflows
      .filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
      .filter(workflow => difficulty_level === undefined || workflow.difficulty_level === difficulty_level)
      .filter(workflow => category === undefined || workflow.category === category)
  return {
    templates: ({ query: { limit = 50, offset = 0, ...filters } = {} }) => found(filters).slice(offset, offset + limit),
    list: ({ query: { search = '', status, limit = 50, offset = 0 } = {} }) => {
      const all = found({ search }).filter(workflow => status === undefined || workflow.status === status)
      const items = all.slice(offset, offset + limit)
      return { items, total: all.length, limit, offset, has_more: offset + items.length < all.length }
    },
    facets: ({ query = {} }) => {
      const all = found(query)
      return {
        total: all.length,
        total_is_minimum: false,
        status: countsOf(all.map(({ status }) => status)),
        difficulty_level: countsOf(all.map(workflow => workflow.difficulty_level)),
        category: countsOf(all.map(({ category }) => category)),
        tag: countsOf(all.flatMap(({ tags }) => tags)),
        language: countsOf(all.map(({ default_locale }) => default_locale)),
        duration: [],
      }
    },
    statistics: ({ params: { id } }) => ({
      workflow_id: id,
      total_executions: 0,
      completed_executions: 0,
      average_completion_time: null,
      success_rate: null,
      most_common_outcome: null,
      outcomes: [],
    }),
    get: ({ params: { id } }) => {
      const one = workflows.find(workflow => workflow.id === id)
      if (one === undefined) throw new FakeError('workflow.not_found', `There is no workflow ${id}.`)
      return one
    },
  }
}
