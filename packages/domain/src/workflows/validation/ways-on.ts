import type { CompiledStep } from '../compiled.ts'
import type { Finding, Fix } from '../finding.ts'
import { isEnd, type Exit } from './exits.ts'
import { aboutStep, named, stepPath, type Subject } from './findings.ts'
import type { FreeRuns } from './free-runs.ts'
import { inWords, type Stories } from './story.ts'

/** Makes the last connection of the group the one for when no condition holds. */
function defaultFix(subject: Subject, { workflow }: FreeRuns, { group, groupDefault }: CompiledStep): Fix | undefined {
  const last = workflow.connections[group.at(-1) ?? -1]
  if (last === undefined || groupDefault !== null) return undefined
  const position = subject.definition.connections.indexOf(last.definition)
  const target = named(workflow.steps[last.target]?.definition)
  return {
    title: `Take the way to ${target} when no condition holds`,
    edits: [
      { type: 'set_field', path: `/connections/${position}/is_default`, value: true },
      ...(last.condition === null
        ? []
        : [{ type: 'set_field' as const, path: `/connections/${position}/condition`, value: null }]),
    ],
  }
}

/** Whether it leads nowhere, without being meant to: no outcome, and no last round. */
const isStuck = (exit: Exit): boolean =>
  isEnd(exit) && exit.limitOf === null && (exit.option?.action.complete_with_outcome ?? null) === null

/** Steps that may be left with no way on, though ways lead on from them: no condition holds, and nothing stands in. */
export function vanishingFindings(subject: Subject, runs: FreeRuns, stories: Stories): Finding[] {
  return runs.workflow.steps.flatMap((step): Finding[] => {
    if (step.outgoing.length === 0 || step.outcome_id !== null || runs.reached[step.index] === 0) return []
    const exits = (runs.exits[step.index] ?? []).filter(({ how }) => how !== 'failed')
    const stuck = exits.filter(isStuck)
    const [first] = stuck
    if (first === undefined) return []
    const certain = stuck.length === exits.length
    const story = stories.toExit(step, first, 'then no condition holds')
    const message = `After ${named(step.definition)} there ${certain ? 'is' : 'may be'} no way on (${inWords(story)}): make one connection the default for when no condition holds.`
    const fix = step.options.length > 0 && step.choiceByPosition !== null ? undefined : defaultFix(subject, runs, step)
    return [
      {
        ...aboutStep(subject, step.definition, { code: 'WF-C03', severity: 'warning', message }),
        story,
        certainty: certain ? 'certain' : 'possible',
        ...(fix === undefined ? {} : { fix }),
      },
    ]
  })
}

/** Steps that connections lead to, but no choice or condition: the first of each such way. */
export function untakenFindings(subject: Subject, runs: FreeRuns): Finding[] {
  const { workflow, reached, values } = runs
  const connected = new Set(workflow.unreachable)
  return workflow.steps.flatMap((step): Finding[] => {
    if (reached[step.index] === 1 || connected.has(step.index)) return []
    const before = step.incoming
      .flatMap(way => workflow.steps[workflow.connections[way]?.source ?? -1] ?? [])
      .find(source => reached[source.index] === 1)
    if (before === undefined) return []
    const isCertain = !values.areAsked
    const message = isCertain
      ? `${named(step.definition)} can't be reached: nothing that can be chosen at ${named(before.definition)} leads to it.`
      : `${named(step.definition)} may never be reached: with the values that options set, no condition at ${named(before.definition)} leads to it.`
    return [
      {
        ...aboutStep(subject, step.definition, { code: 'WF-G03', severity: isCertain ? 'error' : 'warning', message }),
        path: stepPath(subject, step.id),
        certainty: isCertain ? 'certain' : 'possible',
      },
    ]
  })
}
