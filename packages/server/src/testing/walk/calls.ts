import type { Call, RouteName } from './call.ts'
import { communityCalls } from './community-calls.ts'
import { installationCalls } from './installation-calls.ts'
import { right } from './rule.ts'
import { runCalls } from './run-calls.ts'
import { partOfWorkflowCalls } from './part-calls.ts'
import { workflowCalls } from './workflow-calls.ts'

/** A valid request for every route of the features walked: one that is missing does not compile. */
export const calls: Readonly<Record<RouteName, Call>> = {
  ...workflowCalls,
  ...partOfWorkflowCalls,
  ...communityCalls,
  ...installationCalls,
  ...runCalls,
  'executions.start': { about: 'workflow', may: right('execute') },
}
