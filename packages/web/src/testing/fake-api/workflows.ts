import { FakeError } from './fake-error.ts'
import type { Handlers } from './handlers.ts'
import type { FakeWorkflow } from './samples.ts'

export function fakeWorkflows(workflows: readonly FakeWorkflow[]): Handlers<'workflows'>['workflows'] {
  return {
    templates: ({ query: { search = '', difficulty_level, limit = 50, offset = 0 } = {} }) =>
      workflows
        .filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
        .filter(workflow => difficulty_level === undefined || workflow.difficulty_level === difficulty_level)
        .slice(offset, offset + limit),
    list: ({ query: { search = '', status, limit = 50, offset = 0 } = {} }) => {
      const all = workflows
        .filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
        .filter(workflow => status === undefined || workflow.status === status)
      const items = all.slice(offset, offset + limit)
      return { items, total: all.length, limit, offset, has_more: offset + items.length < all.length }
    },
    facets: () => ({
      total: workflows.length,
      total_is_minimum: false,
      status: [],
      difficulty_level: [],
      category: [],
      tag: [],
      language: [{ value: 'en', count: workflows.length }],
      duration: [],
    }),
    get: ({ params: { id } }) => {
      const found = workflows.find(workflow => workflow.id === id)
      if (found === undefined) throw new FakeError('workflow.not_found', `There is no workflow ${id}.`)
      return found
    },
  }
}
