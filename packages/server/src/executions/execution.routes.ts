import { executionRoutes as routes } from '@hidesync/contract/executions/execution.routes'
import type { CommandRequest } from '@hidesync/domain/executions/command'
import type { JsonObject, JsonValue } from '@hidesync/domain/workflows/definition'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { ExecutionMoveService } from './execution-move.service.ts'
import type { ExecutionQueryService } from './execution-query.service.ts'
import type { ExecutionStartService } from './execution-start.service.ts'
import type { ExecutionService } from './execution.service.ts'

interface Services {
  readonly executions: ExecutionService
  readonly executionStarts: ExecutionStartService
  readonly executionQueries: ExecutionQueryService
  readonly executionMoves: ExecutionMoveService
}

/** What the history keeps of a request: what was stated, and nothing else. */
const stated = (fields: Record<string, JsonValue | undefined>): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, JsonValue] => field[1] !== undefined && field[1] !== null),
  )

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
/** Leaves out what is absent, so that optional fields are either there or not. */
const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>

export function registerExecutionRoutes(app: FastifyInstance, services: Services): void {
  const { executions, executionStarts, executionQueries, executionMoves } = services

  mount(app, routes.start, ({ params, body }, context) => executionStarts.start(params.id, body ?? {}, context))
  mount(app, routes.active, (_, context) => executionQueries.active(context))
  mount(app, routes.list, ({ query }, context) => executionQueries.list(query ?? {}, context))
  mount(app, routes.get, ({ params }, context) => executions.get(params.id, context))
  mount(app, routes.definition, ({ params }, context) => executionQueries.definition(params.id, context))
  mount(app, routes.move, ({ params, body }, context) => executionMoves.move(params.id, body, context))
  mount(app, routes.progress, ({ params }, context) => executionQueries.progress(params.id, context))
  mount(app, routes.nextSteps, ({ params }, context) => executionQueries.nextSteps(params.id, context))
  mount(app, routes.history, ({ params, query }, context) => executionQueries.history(params.id, query ?? {}, context))

  mount(app, routes.complete, ({ params, body }, context) => {
    const { notes, actual_duration, data, override, resource_usage } = body ?? {}
    const fields = { notes, actual_duration, data, override, resource_usage }
    const request: CommandRequest = { type: 'complete', step_id: params.step_id, ...given(fields) }
    return executions.command(params.id, request, context, stated(fields))
  })
  mount(app, routes.decide, ({ params, body }, context) => {
    const { decision_option_id, notes } = body
    const request: CommandRequest = {
      type: 'decide',
      step_id: params.step_id,
      option_id: decision_option_id,
      ...given({ notes }),
    }
    return executions.command(params.id, request, context, stated({ decision_option_id, notes }))
  })
  mount(app, routes.skip, ({ params, body }, context) => {
    const reason = body?.reason ?? null
    return executions.command(params.id, { type: 'skip', step_id: params.step_id, reason }, context, stated({ reason }))
  })
  mount(app, routes.fail, ({ params, body }, context) => {
    const reason = body?.reason ?? null
    return executions.command(params.id, { type: 'fail', step_id: params.step_id, reason }, context, stated({ reason }))
  })
  mount(app, routes.note, ({ params, body }, context) => {
    const { text } = body
    return executions.command(params.id, { type: 'note', step_id: params.step_id, text }, context, { text })
  })
  mount(app, routes.navigate, ({ params, body }, context) => {
    const { step_id, skip, override } = body
    const request: CommandRequest = { type: 'navigate', step_id, ...given({ skip, override }) }
    return executions.command(params.id, request, context, stated({ skip, override }))
  })
  mount(app, routes.undo, ({ params }, context) => executions.command(params.id, { type: 'undo', last: null }, context))
  mount(app, routes.pause, ({ params }, context) => executions.command(params.id, { type: 'pause' }, context))
  mount(app, routes.resume, ({ params }, context) => executions.command(params.id, { type: 'resume' }, context))
  mount(app, routes.cancel, ({ params, body }, context) => {
    const reason = body?.reason ?? null
    return executions.command(params.id, { type: 'cancel', reason }, context, stated({ reason }))
  })
  mount(app, routes.setVariables, ({ params, body }, context) => {
    const { variables } = body
    return executions.command(params.id, { type: 'set_variables', variables }, context, { variables })
  })
  mount(app, routes.selectOutcome, ({ params, body }, context) => {
    const outcome_id = body.selected_outcome_id
    return executions.command(params.id, { type: 'select_outcome', outcome_id }, context, {
      selected_outcome_id: outcome_id,
    })
  })
}
