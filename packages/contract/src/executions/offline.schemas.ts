import type { CommandRecord } from '@hidesync/domain/executions/event'
import type { RefusalDetail } from '@hidesync/domain/executions/refusal-detail'
import type { QueuedCommand } from '@hidesync/domain/executions/offline/queued-command'
import { Type, type Static } from '@sinclair/typebox'
import { Closed, Id, JsonObjectSchema, Minutes, Nullable, oneOf } from '../http/schemas.ts'
import { Execution } from './execution.schemas.ts'
import { TimerId } from './timer.schemas.ts'

const text = Type.Optional(Nullable(Type.String({ maxLength: 5000 })))
const step = { step_id: Id }
const timer = { timer_id: TimerId }
const command = <T extends string, F extends Parameters<typeof Closed>[0]>(type: T, fields: F) =>
  Closed({ type: Type.Literal(type), ...fields })

/** The key under which a device knows a command. */
const Key = Type.String({
  pattern: '^[\\x21-\\x7e]{1,255}$',
  description: '1 to 255 visible characters, such as a UUID',
})

const OfflineRequest = Type.Union([
  command('navigate', { ...step, skip: Type.Optional(Type.Boolean()), override: Type.Optional(Type.Boolean()) }),
  command('complete', {
    ...step,
    notes: text,
    actual_duration: Type.Optional(Nullable(Minutes)),
    data: Type.Optional(Nullable(JsonObjectSchema)),
    override: Type.Optional(Type.Boolean()),
    resource_usage: Type.Optional(Nullable(JsonObjectSchema)),
  }),
  command('decide', { ...step, option_id: Id, notes: text }),
  command('skip', { ...step, reason: text }),
  command('fail', { ...step, reason: text }),
  command('undo', {
    takes_back: Type.Union([Closed({ key: Key }), Closed({ sequence: Type.Integer({ minimum: 1 }) })]),
  }),
  command('pause', {}),
  command('resume', {}),
  command('cancel', { reason: text }),
  command('set_variables', { variables: JsonObjectSchema }),
  command('select_outcome', { outcome_id: Nullable(Id) }),
  command('note', { ...step, text: Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' }) }),
  command('start_timer', {
    ...timer,
    minutes: Type.Number({ minimum: 1 / 60, maximum: 86_400 }),
    label: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
    step_id: Type.Optional(Nullable(Id)),
  }),
  command('pause_timer', timer),
  command('resume_timer', timer),
  command('extend_timer', { ...timer, minutes: Type.Number({ minimum: -86_400, maximum: 86_400 }) }),
  command('stop_timer', timer),
])

/** A command as the device kept it. */
const Queued = Type.Unsafe<QueuedCommand>(
  Closed({
    key: Key,
    at: Type.Number({
      minimum: 0,
      maximum: 8.64e15,
      description: 'When it was given: milliseconds since 1970 by the server’s clock, as well as the device knows it.',
    }),
    request: OfflineRequest,
  }),
)

export const SyncCommands = Closed({ commands: Type.Array(Queued, { maxItems: 500 }) })
export type SyncCommands = Static<typeof SyncCommands>

/** What became of a command, once and for all: asked again with the same key it is the same. */
export const SyncVerdict = Type.Object({
  key: Type.String(),
  status: oneOf(['applied', 'refused'] as const),
  sequence: Type.Optional(Type.Integer({ description: 'Of an applied one: the number of the command in the run.' })),
  refusal: Type.Optional(
    Type.Object({
      code: Type.String(),
      message: Type.String(),
      step_id: Type.Optional(Id),
      detail: Type.Optional(
        Type.Unsafe<RefusalDetail>({
          type: 'object',
          description: 'The same in ids, for whoever says it in other words.',
        }),
      ),
    }),
  ),
})
export type SyncVerdict = Static<typeof SyncVerdict>

/** Where a run stands, for a device that goes on without the server. */
const Standing = {
  execution: Execution,
  content_hash: Type.String({ description: 'Of the revision that the run follows now.' }),
  undo_chain: Type.Array(Type.Unsafe<CommandRecord>({ type: 'object' }), {
    description: 'What undo can take back, the oldest first; the last hundred.',
  }),
  now: Type.Integer({ description: 'The server’s clock: milliseconds since 1970.' }),
}

export const Pack = Type.Object({
  ...Standing,
  definition: JsonObjectSchema,
})
export type Pack = Static<typeof Pack>

export const SyncAnswer = Type.Object({ ...Standing, results: Type.Array(SyncVerdict) })
export type SyncAnswer = Static<typeof SyncAnswer>
