import { stepsAhead } from '../ahead.ts'
import { needsOf } from '../guidance.ts'
import type { Slots } from '../language/intent.ts'
import { nameOf, textsFor, type Run } from '../run.ts'
import type { Part } from './answer.ts'
import { lines, tell } from './parts.ts'
import { needWords } from './step-answers.ts'
import { namedStep } from './target.ts'

/** What a resource is called wherever it is needed; its id is that of one step's need. */
const resourceName = ({ definition }: Run, id: string): string | null =>
  definition.steps.flatMap(({ resources }) => resources).find(resource => String(resource.id) === id)?.name ?? null

/** Ids of the steps that are still to be done, or may be, the one in view first. */
function stepsToCome(run: Run): readonly number[] {
  const { certain, possible } = stepsAhead(run)
  const ahead = [...certain, ...possible].toSorted((one, other) => one.index - other.index).map(({ id }) => id)
  const here = run.state.current_step_id
  return here === null || !ahead.includes(here) ? ahead : [here, ...ahead.filter(id => id !== here)]
}

/** The step in view or the next to come that needs a thing. */
export const stepNeeding = (run: Run, resourceId: string): number | undefined =>
  stepsToCome(run).find(step => needsOf(run, step).some(({ name }) => name === resourceName(run, resourceId)))

/** How much of one thing is needed: in the step that was named, else in the one in view and those that are still to come. */
export function needOf(run: Run, slots: Slots, resourceId: string): Part {
  const named = namedStep(run, slots)
  if (named !== null && !named.ok) return named.part
  const name = resourceName(run, resourceId) ?? ''
  const { answers, words } = textsFor(run)
  const steps = named === null ? stepsToCome(run) : [named.step.id]
  const found = steps.flatMap(step =>
    needsOf(run, step)
      .filter(need => need.name === name)
      .map(need => ({ step, need })),
  )
  const resources = found.map(({ need }) => need)
  if (found.length === 0) {
    const none = named === null ? answers.needsNoMore(name) : answers.needsNot(nameOf(run, named.step.id), name)
    return tell(run, none, { resources })
  }
  const said = found.map(({ step, need }) => answers.needsIn(nameOf(run, step), needWords(run, need)))
  return tell(run, lines(...said), { resources }, answers.youNeed(said.slice(0, 3).join(`${words.semicolon} `)))
}
