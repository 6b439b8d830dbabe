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
    get: ({ params: { id } }) => {
      const found = workflows.find(workflow => workflow.id === id)
      if (found === undefined) throw new FakeError('workflow.not_found', `There is no workflow ${id}.`)
      return found
    },
  }
}
