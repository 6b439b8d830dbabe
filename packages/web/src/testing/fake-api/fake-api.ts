import { fakeExecutions } from './executions.ts'
import { fakeFetch } from './fake-fetch.ts'
import type { Handlers } from './handlers.ts'
import { fakeIdentity } from './identity.ts'
import { sampleWorkflows, type FakeWorkflow } from './samples.ts'
import { fakeThemes } from './themes.ts'
import { fakeWorkflows } from './workflows.ts'

export interface FakeApiOptions {
  readonly isSignedIn?: boolean
  readonly workflows?: readonly FakeWorkflow[]
  readonly now?: () => number
}

/** A server in memory with the sample workflows: typed by the contract, led by the real engine. */
export function createFakeApi(options: FakeApiOptions = {}): {
  readonly fetch: typeof fetch
  readonly handlers: Handlers
} {
  const workflows = options.workflows ?? sampleWorkflows()
  const handlers: Handlers = {
    ...fakeIdentity(options.isSignedIn ?? true),
    workflows: fakeWorkflows(workflows),
    projects: { list: () => ({ items: [], total: 0, limit: 50, offset: 0, has_more: false }) },
    themes: fakeThemes,
    ...fakeExecutions(workflows, options.now ?? Date.now),
    operations: {
      health: () => ({
        status: 'healthy',
        service: 'workflow_management',
        timestamp: new Date(0).toISOString(),
      }),
    },
  }
  return { handlers, fetch: fakeFetch(handlers) }
}
