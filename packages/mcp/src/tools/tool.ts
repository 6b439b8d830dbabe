import type { CallOptions, Client } from '@hidesync/contract/client'
import { Locale } from '@hidesync/contract/http/schemas'
import { described } from './fields.ts'
import { Type, type Static, type TObject, type TProperties } from '@sinclair/typebox'

/** What a tool may do to a run: look at it, change it, or take away what can not simply be had again. */
export type Effect = 'reads' | 'changes' | 'takes away'

/** With what a tool reaches the API: as the person who lets the assistant work. */
export interface ToolCall {
  readonly client: Client
  /** Language and cancellation; with `idempotencyKey` where the tool changes something. */
  readonly options: CallOptions
}

/** One thing that an assistant can do. Names and limits of its fields are the contract's. */
export interface Tool {
  readonly name: string
  readonly title: string
  /** For the assistant: when to use it, and what to heed. */
  readonly description: string
  readonly effect: Effect
  /** Doing it again with the same arguments changes nothing more. */
  readonly repeatable: boolean
  readonly input: TObject
  readonly output: TObject
  readonly run: (args: unknown, call: ToolCall) => Promise<object>
}

interface Definition<I extends TProperties, O extends TObject> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly effect: Effect
  readonly repeatable?: true
  readonly input: I
  readonly output: O
  readonly run: (args: Static<TObject<I>>, call: ToolCall) => Promise<Static<O>>
}

/** Something that the tool itself does not do, in one sentence that says what to do instead. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal'
}

const locale = Type.Optional(
  described(Locale, 'Language of the answer, such as “de”; without it, what the account prefers.'),
)

const idempotency_key = Type.Optional(
  Type.String({
    pattern: '^[\\x21-\\x7e]{1,255}$',
    description:
      'Makes a repetition safe: the same key gets the first answer again. A new one for each thing that is done.',
  }),
)

/** A tool with its arguments typed by its schema; `callTool` checks them before it runs. */
export function tool<I extends TProperties, O extends TObject>(definition: Definition<I, O>): Tool {
  const { input, effect, run, repeatable, ...rest } = definition
  const fields: TProperties = effect === 'reads' ? { ...input, locale } : { ...input, locale, idempotency_key }
  return {
    ...rest,
    effect,
    repeatable: repeatable ?? effect === 'reads',
    input: Type.Object(fields, { additionalProperties: false }),
    // What `callTool` has checked against this very schema.
    run: (args, call) => run(args as Static<TObject<I>>, call),
  }
}
