import { liveWays } from '../../executions/ways.ts'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '../compiled.ts'
import { evaluate, variablesOf } from '../condition.ts'
import type { Finding, Fix, FixEdit } from '../finding.ts'
import { aboutStep, named, stepPath, type Subject } from './findings.ts'

const hasEffect = (step: CompiledStep, { action, way }: CompiledOption): boolean =>
  way.type !== 'open' ||
  step.choiceByPosition !== null ||
  action.complete_with_outcome !== null ||
  Object.keys(action.set_variable).length > 0

/** Whether what the option leads to hangs on variables that it does not set itself. */
const asksForMore = (workflow: CompiledWorkflow, step: CompiledStep, { action }: CompiledOption): boolean =>
  [...step.plain, ...step.group]
    .flatMap(way => workflow.connections[way]?.condition ?? [])
    .some(condition => variablesOf(condition).some(name => !Object.hasOwn(action.set_variable, name)))

function optionFindings(subject: Subject, workflow: CompiledWorkflow, step: CompiledStep): Finding[] {
  const idle = step.options.filter(option => !hasEffect(step, option))
  return step.options.flatMap(option => {
    const position = step.definition.decision_options.indexOf(option.definition)
    const said = (severity: 'error' | 'warning', message: string) =>
      aboutStep(subject, step.definition, {
        code: 'WF-D02',
        severity,
        field: `decision_options/${position}`,
        message: `The option “${option.definition.option_text}” of ${named(step.definition)} ${message}`,
      })
    if (idle.length > 1 && idle.includes(option))
      return [said('error', 'has no effect of its own: let it go to a step, set a variable or name an outcome.')]
    if (option.way.type !== 'open' || step.choiceByPosition !== null || step.outgoing.length === 0) return []
    if (asksForMore(workflow, step, option)) return []
    const variables = option.action.set_variable
    if (liveWays(workflow, { step, how: 'completed', option, variables }).length === 0)
      return [said('error', 'leads nowhere: no connection is taken after it, and there is no default.')]
    const claims = step.group.filter(way => {
      const condition = workflow.connections[way]?.condition ?? null
      return condition !== null && evaluate(condition, variables)
    })
    return claims.length > 1
      ? [
          said(
            'warning',
            'suits more than one connection; only the first is taken, so make the conditions exclude each other.',
          ),
        ]
      : []
  })
}

const set = (subject: Subject, { id }: CompiledStep, field: string, value: boolean): FixEdit => ({
  type: 'set_field',
  path: stepPath(subject, id, field),
  value,
})

/** Leaves the first default, or makes the first option the default. */
function oneDefault(subject: Subject, step: CompiledStep): Fix {
  const options = step.definition.decision_options
  const kept = Math.max(
    0,
    options.findIndex(option => option.is_default),
  )
  const edits = options.flatMap((option, index) =>
    option.is_default === (index === kept)
      ? []
      : [set(subject, step, `decision_options/${index}/is_default`, index === kept)],
  )
  return { title: `Make “${options[kept]?.option_text ?? ''}” the default`, edits }
}

/** Decisions that are none, options that lead nowhere or make no difference, defaults that are missing or too many. */
export function decisionFindings(subject: Subject, workflow: CompiledWorkflow): Finding[] {
  return workflow.steps.flatMap(step => {
    const { definition } = step
    const isMeant = definition.is_decision_point || definition.step_type === 'decision'
    const count = definition.decision_options.length
    const said = (code: string, severity: 'error' | 'warning', message: string, fix?: Fix): Finding => ({
      ...aboutStep(subject, definition, { code, severity, field: 'decision_options', message }),
      ...(fix === undefined ? {} : { fix }),
    })
    if (!isMeant)
      return count === 0
        ? []
        : [
            said(
              'WF-D01',
              'warning',
              `${named(definition)} has options, but is no decision, so nobody is asked: make it a decision, or remove them.`,
              { title: 'Make it a decision', edits: [set(subject, step, 'is_decision_point', true)] },
            ),
          ]
    const defaults = definition.decision_options.filter(option => option.is_default).length
    return [
      ...(count < 2
        ? [
            said(
              'WF-D01',
              'error',
              `${named(definition)} is a decision with ${count === 0 ? 'no options' : 'one option'}: give it two or more.`,
            ),
          ]
        : []),
      ...(count >= 2 && defaults !== 1
        ? [
            said(
              'WF-D03',
              'warning',
              `${named(definition)} has ${defaults === 0 ? 'no default option' : `${defaults} default options`}: mark exactly one.`,
              oneDefault(subject, step),
            ),
          ]
        : []),
      ...optionFindings(subject, workflow, step),
    ]
  })
}
