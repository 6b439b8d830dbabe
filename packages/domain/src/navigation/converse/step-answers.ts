import { stepStatus } from '../../executions/view.ts'
import { needsOf, stepGuidance, typeGuidance, type StepNeed } from '../guidance.ts'
import type { Slots } from '../language/intent.ts'
import { nameOf, stepOf, textsFor, type Run } from '../run.ts'
import { linesOf } from '../context.ts'
import { standingInView } from '../standing.ts'
import type { Part } from './answer.ts'
import { decline, joined, lines, tell } from './parts.ts'
import { stepMeant } from './target.ts'

const filled = (text: string | null): text is string => text !== null && text.trim() !== ''

/** “Balm, 2 grams”, without the number where it is one of a thing. The name stands first, where its capital belongs. */
export function needWords(run: Run, { name, quantity, unit, type }: StepNeed): string {
  const thing = name ?? ''
  if (quantity === null || (quantity === 1 && type !== 'material')) return thing
  return `${thing}, ${textsFor(run).words.amount(quantity, unit ?? 'piece')}`
}

/** Several things in one line. */
export const needsInLine = (run: Run, needs: readonly StepNeed[]): string =>
  needs.map(need => needWords(run, need)).join(`${textsFor(run).words.semicolon} `)

const bullet = (run: Run, need: StepNeed): string => {
  const optional = need.is_optional ? ` (${textsFor(run).answers.optional})` : ''
  return `• ${needWords(run, need)}${optional}${filled(need.notes) ? `. ${need.notes}` : ''}`
}

type Kind = 'list_materials' | 'list_tools' | 'list_resources'

/** What a step needs, of one kind or of every. */
export function needs(run: Run, slots: Slots, kind: Kind): Part {
  const target = stepMeant(run, slots)
  if (!target.ok) return target.part
  const { answers } = textsFor(run)
  const name = nameOf(run, target.step.id)
  const all = needsOf(run, target.step.id)
  const texts = {
    list_materials: { type: 'material', title: answers.materials, none: answers.noMaterials },
    list_tools: { type: 'tool', title: answers.tools, none: answers.noTools },
    list_resources: { type: null, title: answers.resources, none: answers.noResources },
  }[kind]
  const resources = texts.type === null ? all : all.filter(({ type }) => type === texts.type)
  if (resources.length === 0) return tell(run, texts.none(name), { resources })
  const speech = answers.youNeed(needsInLine(run, resources.slice(0, 8)))
  return tell(run, lines(texts.title(name), ...resources.map(need => bullet(run, need))), { resources }, speech)
}

/** How a step is done. */
export function instructions(run: Run, slots: Slots): Part {
  const target = stepMeant(run, slots)
  if (!target.ok) return target.part
  const { answers } = textsFor(run)
  const { id } = target.step
  const step = stepOf(run, id)
  const guidance = stepGuidance(run, id)
  if (step === undefined || guidance === null) return decline(run, answers.nowhere)
  const own = [step.instructions, step.description].find(filled)
  const decides = guidance.decision_options.map(({ text }) => text)
  const choose = decides.length === 0 ? '' : answers.options(step.name, decides)
  if (own === undefined) return tell(run, joined(choose || answers.noInstructions(step.name)), { guidance })
  return tell(
    run,
    lines(`${step.name}${textsFor(run).words.colon}`, own, ...(choose === '' ? [] : [choose])),
    { guidance },
    own,
  )
}

/** The step's tips, or what one has to mind. */
export function advice(run: Run, slots: Slots, kind: 'tips' | 'warnings'): Part {
  const target = stepMeant(run, slots)
  if (!target.ok) return target.part
  const { answers } = textsFor(run)
  const { id } = target.step
  const name = nameOf(run, id)
  const said = typeGuidance(run, id)?.[kind] ?? []
  const guidance = stepGuidance(run, id)
  const data = guidance === null ? {} : { guidance }
  if (said.length === 0) return tell(run, kind === 'tips' ? answers.noTips(name) : answers.noWarnings(name), data)
  const title = kind === 'tips' ? answers.tips(name) : answers.warnings(name)
  return tell(run, lines(title, ...said.map(text => `• ${text}`)), data, said.join(' '))
}

/** The step in view once more: how things stand, and how it is done. */
export function repeat(run: Run): Part {
  const { primary, message } = linesOf(textsFor(run), standingInView(run).situation)
  const { current_step_id, status } = run.state
  if (current_step_id === null || status !== 'active') return tell(run, joined(primary, message))
  const own = stepOf(run, current_step_id)?.instructions ?? null
  const guidance = stepGuidance(run, current_step_id)
  const said = filled(own) ? lines(primary, own) : joined(primary, message)
  return tell(run, said, guidance === null ? {} : { guidance })
}

/** A step shown without going there. */
export function show(run: Run, stepId: number): Part {
  const { answers } = textsFor(run)
  const is = answers.stepIs(nameOf(run, stepId), stepStatus(run.workflow, run.state, stepId, run.at))
  const guidance = stepGuidance(run, stepId)
  return tell(run, joined(is, stepOf(run, stepId)?.description ?? ''), guidance === null ? {} : { guidance })
}
