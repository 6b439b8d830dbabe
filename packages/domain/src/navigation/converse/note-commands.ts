import type { JsonObject } from '../../workflows/definition.ts'
import { convert } from '../../inventory/units.ts'
import type { Slots } from '../language/intent.ts'
import { textsFor, type Run } from '../run.ts'
import { act } from './act.ts'
import type { Part, Talk } from './answer.ts'
import { asked, decline } from './parts.ts'
import { namedStep } from './target.ts'

/** Letters that a note may have. */
const longest = 5000

interface Note {
  readonly text: string
  /** The answer, where it is more than that it was noted. */
  readonly said?: string
  /** What the history keeps beside the text. */
  readonly kept?: JsonObject
}

function* write(run: Run, slots: Slots, note: Note): Talk<Part> {
  const named = namedStep(run, slots)
  if (named?.ok === false) return named.part
  const step_id = named?.step.id ?? run.state.current_step_id
  if (step_id === null) return decline(run, textsFor(run).answers.noteNowhere)
  const { text } = note
  if (text.length > longest) return decline(run, textsFor(run).answers.noteTooLong(text.length, longest))
  return yield* act(
    run,
    asked({ type: 'note', step_id, text }, { text, ...note.kept }),
    note.said === undefined ? {} : { said: note.said },
  )
}

export function* addNote(run: Run, slots: Slots): Talk<Part> {
  const text = slots.text?.trim() ?? ''
  if (text === '') return decline(run, textsFor(run).answers.whatNote)
  return yield* write(run, slots, { text })
}

/** What a step names, by the id that the vocabulary gives it. */
export const resourceOf = ({ definition }: Run, id: string | undefined) =>
  id === undefined
    ? undefined
    : definition.steps.flatMap(({ resources }) => resources).find(resource => String(resource.id) === id)

/** What an amount without a name can only be: the one material of the step in view, else of the workflow, that is measured so. */
function measuredSo({ definition, state }: Run, unit: string | undefined) {
  const here = definition.steps.find(({ id }) => id === state.current_step_id)?.resources ?? []
  const fitting = (resources: typeof here) =>
    resources.filter(
      one => one.resource_type === 'material' && (unit === undefined || convert(1, unit, one.unit ?? 'piece') !== null),
    )
  const near = fitting(here)
  const all = near.length > 0 ? near : fitting(definition.steps.flatMap(({ resources }) => resources))
  return new Set(all.map(({ name }) => name)).size === 1 ? all[0] : undefined
}

/**
 * What was used, as a line of the step's notes, and as data in the history: in the form that completing a step takes where the
 * material has an id, else by the id of what the step names.
 */
export function* recordUsage(run: Run, slots: Slots): Talk<Part> {
  const { done, answers, words } = textsFor(run)
  const { quantity } = slots
  const resource =
    resourceOf(run, slots.resource_id) ?? (slots.text === undefined ? measuredSo(run, slots.unit) : undefined)
  const name = resource?.name ?? slots.text
  if (quantity === undefined || name === undefined) return decline(run, answers.whatUsed)
  const unit = slots.unit ?? resource?.unit ?? null
  const used = { actual_quantity: quantity, ...(unit === null ? {} : { unit }) }
  const material = resource?.dynamic_material_id ?? null
  const usage: JsonObject =
    material === null
      ? { others: [{ ...used, name, ...(resource === undefined ? {} : { resource_id: resource.id }) }] }
      : { materials: { [String(material)]: used } }
  const amount = words.amount(quantity, unit)
  return yield* write(run, slots, {
    text: done.usedNote(amount, name),
    said: done.used(amount, name),
    kept: { resource_usage: usage },
  })
}

export function* reportShortage(run: Run, slots: Slots): Talk<Part> {
  const { done, answers, words } = textsFor(run)
  const resource = resourceOf(run, slots.resource_id)
  const name = resource?.name ?? slots.text
  if (name === undefined) return decline(run, answers.whatMissing)
  const { quantity } = slots
  const unit = slots.unit ?? resource?.unit ?? null
  const missing = quantity === undefined ? {} : { quantity, ...(unit === null ? {} : { unit }) }
  const told = quantity === undefined ? name : `${name}, ${words.amount(quantity, unit)}`
  return yield* write(run, slots, {
    text: done.missingNote(told),
    said: done.missing(told),
    kept: { shortage: { name, ...(resource === undefined ? {} : { resource_id: resource.id }), ...missing } },
  })
}
