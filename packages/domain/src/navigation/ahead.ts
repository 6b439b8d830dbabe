import { connectionAt, isSettled, stepAt } from '../executions/letters.ts'
import type { CompiledStep } from '../workflows/compiled.ts'
import { certainty } from './certainty.ts'
import type { Run } from './run.ts'
import { anyOf, has, onwardFrom } from './step-sets.ts'
import { foresight, loopsOf, reachable, waysOn } from './ways-on.ts'

/** Steps that are still to be done: those on every way to the end, and those that lie on some of the ways alone. */
export interface Ahead {
  readonly certain: readonly CompiledStep[]
  readonly possible: readonly CompiledStep[]
}

type Told = Pick<Run, 'workflow' | 'state'>

const openSteps = ({ workflow, state }: Told): readonly number[] =>
  Object.keys(state.open).flatMap(id => workflow.compiledStep(Number(id))?.index ?? [])

/** The steps that a run has come to by one of their ways. */
const cameTo = ({ workflow, state }: Told): readonly number[] =>
  workflow.connections
    .filter(({ index }) => connectionAt(state.connections, index) === 'live')
    .map(({ target }) => target)

/** What is still to be done, by what is known now; a step that was done is not, though a way back may open it again. */
export function stepsAhead(run: Told): Ahead {
  const { workflow, state } = run
  const live = cameTo(run)
  const open = state.sequence === 0 ? workflow.initial : openSteps(run)
  // Some that it came to wait for what becomes of their other ways.
  const from = [...open, ...live.filter(target => stepAt(state.steps, target) === 'pending')]
  const anywhere = reachable(workflow, from, ({ outgoing }) => outgoing)
  const foresee = foresight(workflow, state.variables, anywhere)
  const ways = workflow.steps.map(step => waysOn(workflow, step, foresee))
  const onward = onwardFrom(workflow)
  const back = workflow.steps.filter(({ index }) => anywhere.has(index)).flatMap(loopsOf)
  const again = anyOf(back.map(({ target }) => onward(target)))
  const reached = reachable(workflow, [...from, ...live.filter(target => has(again, target))], step => {
    const { certain = [], maybe = [], oneOf = [] } = ways[step.index] ?? {}
    return [...certain, ...maybe, ...oneOf, ...step.fallbacks]
  })
  const isMet = certainty(workflow, ways, from, reached)
  const ahead = ways.filter(
    ({ step, holds }) =>
      open.includes(step.index) ||
      (reached.has(step.index) && holds !== false && !isSettled(stepAt(state.steps, step.index))),
  )
  const isCertain = ({ step, holds }: (typeof ways)[number]) =>
    open.includes(step.index) || (isMet(step.index) && holds === true)
  const stepsThat = (are: boolean) => ahead.filter(one => isCertain(one) === are).map(({ step }) => step)
  return { certain: stepsThat(true), possible: stepsThat(false) }
}
