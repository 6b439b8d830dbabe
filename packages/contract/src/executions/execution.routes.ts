import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed, Id, JsonObjectSchema, Nullable, Page, pageQuery } from '../http/schemas.ts'
import { Step } from '../workflows/workflow.schemas.ts'
import { executionFilters } from './execution-filters.ts'
import {
  CompleteStep,
  Execution,
  ExecutionSummary,
  HistoryEntry,
  MoveToRevision,
  Progress,
  Reason,
  RevisionMove,
  StartExecution,
} from './execution.schemas.ts'

const params = Closed({ id: Id })
const stepParams = Closed({ id: Id, step_id: Id })
const optional = <T extends Parameters<typeof Nullable>[0]>(schema: T) => Type.Optional(Nullable(schema))

/** Every command answers with the execution as it is afterwards. */
const command = { access: 'user', versioned: true, status: 200, response: Execution } as const

export const executionRoutes = {
  start: route({
    method: 'POST',
    path: '/workflows/:id/start',
    summary: 'Start an execution of a workflow, pinned to its present revision.',
    access: 'user',
    params,
    body: optional(StartExecution),
    status: 201,
    response: Execution,
  }),
  active: route({
    method: 'GET',
    path: '/workflows/executions/active',
    summary: 'Your executions that are active or paused, the last used first.',
    access: 'user',
    status: 200,
    response: Type.Array(ExecutionSummary),
  }),
  list: route({
    method: 'GET',
    path: '/workflows/executions',
    summary: 'Executions that you may read, the last used first.',
    access: 'user',
    query: Closed({ ...pageQuery, ...executionFilters }),
    status: 200,
    response: Page(ExecutionSummary),
  }),
  get: route({
    method: 'GET',
    path: '/workflows/executions/:id',
    summary: 'One execution with the state of every step.',
    access: 'user',
    params,
    status: 200,
    response: Execution,
  }),
  /** The pinned revision: what a player shows, whatever has become of the workflow since. */
  definition: route({
    method: 'GET',
    path: '/workflows/executions/:id/definition',
    summary: 'The revision that the execution follows: immutable, so cache it by its ETag.',
    access: 'user',
    params,
    status: 200,
    response: JsonObjectSchema,
  }),
  complete: route({
    method: 'POST',
    path: '/workflows/executions/:id/steps/:step_id/complete',
    summary: 'Complete a ready or active step.',
    params: stepParams,
    body: optional(CompleteStep),
    ...command,
  }),
  decide: route({
    method: 'POST',
    path: '/workflows/executions/:id/steps/:step_id/decision',
    summary: 'Choose an option; settles the step.',
    params: stepParams,
    body: Closed({
      decision_option_id: Id,
      notes: Type.Optional(Nullable(Type.String({ maxLength: 5000 }))),
    }),
    ...command,
  }),
  skip: route({
    method: 'POST',
    path: '/workflows/executions/:id/steps/:step_id/skip',
    summary: 'Skip a step that is neither a decision nor a quality check.',
    params: stepParams,
    body: optional(Reason),
    ...command,
  }),
  fail: route({
    method: 'POST',
    path: '/workflows/executions/:id/steps/:step_id/fail',
    summary: 'Record that a step went wrong; its fallback, if it has one, opens.',
    params: stepParams,
    body: optional(Reason),
    ...command,
  }),
  note: route({
    method: 'POST',
    path: '/workflows/executions/:id/steps/:step_id/notes',
    summary: 'Add a line to the notes of a step; accepted while paused.',
    params: stepParams,
    body: Closed({ text: Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' }) }),
    ...command,
  }),
  navigate: route({
    method: 'POST',
    path: '/workflows/executions/:id/navigate',
    summary: 'Look at or start another step; `skip: true` jumps over what lies between.',
    params,
    body: Closed({
      step_id: Id,
      skip: Type.Optional(Type.Boolean()),
      override: Type.Optional(Type.Boolean()),
    }),
    ...command,
  }),
  undo: route({
    method: 'POST',
    path: '/workflows/executions/:id/undo',
    summary: 'Take back the last complete, decide, skip, fail or jump; repeatable back to the start.',
    params,
    body: optional(Closed({})),
    ...command,
  }),
  pause: route({
    method: 'POST',
    path: '/workflows/executions/:id/pause',
    summary: 'Stop the clock.',
    params,
    body: optional(Closed({})),
    ...command,
  }),
  resume: route({
    method: 'POST',
    path: '/workflows/executions/:id/resume',
    summary: 'Go on after a pause or a time-out.',
    params,
    body: optional(Closed({})),
    ...command,
  }),
  cancel: route({
    method: 'POST',
    path: '/workflows/executions/:id/cancel',
    summary: 'End the execution for good.',
    params,
    body: optional(Reason),
    ...command,
  }),
  setVariables: route({
    method: 'POST',
    path: '/workflows/executions/:id/variables',
    summary: 'Set variables that conditions read.',
    params,
    body: Closed({ variables: JsonObjectSchema }),
    ...command,
  }),
  selectOutcome: route({
    method: 'POST',
    path: '/workflows/executions/:id/outcome',
    summary: 'Say which outcome you are heading for.',
    params,
    body: Closed({ selected_outcome_id: Nullable(Id) }),
    ...command,
  }),
  move: route({
    method: 'POST',
    path: '/workflows/executions/:id/revision',
    summary:
      'Move a running execution to another revision; with dry_run only say what that would do. What is done has to exist there.',
    access: 'user',
    versioned: true,
    params,
    body: MoveToRevision,
    status: 200,
    response: RevisionMove,
  }),
  progress: route({
    method: 'GET',
    path: '/workflows/executions/:id/progress',
    summary: 'How far it is, and how long still.',
    access: 'user',
    params,
    status: 200,
    response: Progress,
  }),
  nextSteps: route({
    method: 'GET',
    path: '/workflows/executions/:id/next-steps',
    summary: 'The steps that can be worked on now.',
    access: 'user',
    params,
    status: 200,
    response: Type.Array(Step),
  }),
  history: route({
    method: 'GET',
    path: '/workflows/executions/:id/history',
    summary: 'What was done, newest first; `before` is the id of an entry.',
    access: 'user',
    params,
    query: Closed({
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
      before: Type.Optional(Id),
    }),
    status: 200,
    response: Type.Array(HistoryEntry),
  }),
}
