import type { CompiledStep, CompiledWorkflow } from '../compiled.ts'
import type { Finding, Fix, FixEdit } from '../finding.ts'
import { aboutStep, named, namesOf, type Subject } from './findings.ts'
import { forkFindings } from './forks.ts'

type Said = (step: CompiledStep, code: string, severity: Finding['severity'], message: string) => Finding

const leadsBack = (workflow: CompiledWorkflow): ReadonlySet<number> => new Set(workflow.loops.map(loop => loop.source))

function startFindings(workflow: CompiledWorkflow, said: Said, alone: ReadonlySet<number>): Finding[] {
  const starts = workflow.initial.flatMap(index => workflow.steps[index] ?? [])
  const [first] = starts
  if (first === undefined) return []
  if (first.gotoOnly || first.incoming.length > 0)
    return [
      said(
        first,
        'WF-G01',
        'error',
        `No step is a beginning: each is reached from another. Let one, such as ${named(first.definition)}, have no way in.`,
      ),
    ]
  const joined = starts.filter(step => !alone.has(step.index))
  if (joined.length < 2) return []
  const names = namesOf(joined.map(step => step.definition))
  return [
    said(first, 'WF-G02', 'warning', `${names} all begin at once: if one should come first, connect it to the others.`),
  ]
}

/** Steps that nothing joins to the rest. */
function aloneIn(workflow: CompiledWorkflow): ReadonlySet<number> {
  if (workflow.connections.length === 0 && workflow.loops.length === 0) return new Set()
  const looped = new Set(workflow.loops.flatMap(loop => [loop.source, loop.target]))
  return new Set(
    workflow.steps
      .filter(
        step => step.incoming.length + step.outgoing.length + step.jumpSources.length + step.jumpTargets.length === 0,
      )
      .map(step => step.index)
      .filter(index => !looped.has(index)),
  )
}

function reachFindings(workflow: CompiledWorkflow, said: Said, alone: ReadonlySet<number>): Finding[] {
  const unreachable = new Set(workflow.unreachable)
  return workflow.steps.flatMap(step => {
    if (unreachable.has(step.index))
      return [
        said(
          step,
          'WF-G03',
          'error',
          `${named(step.definition)} can't be reached: lead a connection to it, or remove it.`,
        ),
      ]
    if (alone.has(step.index))
      return [
        said(
          step,
          'WF-G03',
          'error',
          `${named(step.definition)} is joined to no other step: connect it, or remove it.`,
        ),
      ]
    return []
  })
}

function endFindings(workflow: CompiledWorkflow, said: Said, alone: ReadonlySet<number>): Finding[] {
  if (!workflow.hasOutcomeSteps) return []
  const back = leadsBack(workflow)
  const unreachable = new Set(workflow.unreachable)
  const goesNowhere = (step: CompiledStep) =>
    step.outgoing.length === 0 && !back.has(step.index) && step.jumpTargets.length === 0
  const isEnd = (step: CompiledStep) =>
    step.outcome_id !== null ||
    (step.options.length > 0 && step.options.every(option => option.action.complete_with_outcome !== null))
  return workflow.steps
    .filter(step => goesNowhere(step) && !isEnd(step) && !alone.has(step.index) && !unreachable.has(step.index))
    .map(step => {
      const message = `After ${named(step.definition)} nothing follows, and it is no outcome: lead it on, or make it one.`
      const finding = said(step, 'WF-G04', 'error', message)
      const [only, ...more] = workflow.steps.filter(one => one.outcome_id !== null)
      // A way to an outcome that goes on itself could close a cycle.
      if (only === undefined || more.length > 0 || only.outgoing.length > 0) return finding
      const ends = { source_step_id: step.id, target_step_id: only.id, connection_type: 'sequential' as const }
      return {
        ...finding,
        fix: { title: `Lead it to ${named(only.definition)}`, edits: [{ type: 'add_connection' as const, ...ends }] },
      }
    })
}

function outcomeFindings(subject: Subject, workflow: CompiledWorkflow, said: Said): Finding[] {
  if (!workflow.hasOutcomeSteps) return []
  const unreachable = new Set(workflow.unreachable)
  const reachable = workflow.steps.filter(step => !unreachable.has(step.index))
  const byStep = reachable.flatMap(step => step.outcome_id ?? [])
  const byOption = reachable.flatMap(step => step.options.flatMap(option => option.action.complete_with_outcome ?? []))
  const [first] = workflow.steps
  if (byStep.length + byOption.length === 0 && first !== undefined)
    return [
      said(first, 'WF-G05', 'error', 'No outcome can be reached from the beginning: lead a way to an outcome step.'),
    ]
  const reached = new Set([...byStep, ...byOption])
  return subject.definition.outcomes.flatMap((outcome, index) =>
    reached.has(outcome.id)
      ? []
      : [
          {
            code: 'WF-G05',
            severity: 'warning' as const,
            path: `/outcomes/${index}`,
            message: `No step reaches the outcome “${outcome.name}”: let an outcome step or an option name it, or remove it.`,
          },
        ],
  )
}

/** Makes the connections at these positions ones of another type. */
function retyped(
  { definition }: Subject,
  workflow: CompiledWorkflow,
  ways: readonly number[],
  type: 'parallel' | 'sequential',
): Fix {
  const edits = ways.flatMap((way): FixEdit[] => {
    const connection = workflow.connections[way]?.definition
    if (connection === undefined) return []
    const path = `/connections/${definition.connections.indexOf(connection)}/connection_type`
    return [{ type: 'set_field', path, value: type }]
  })
  return { title: type === 'parallel' ? 'Make them parallel' : 'Make it sequential', edits }
}

function exitFindings(subject: Subject, workflow: CompiledWorkflow, said: Said): Finding[] {
  return workflow.steps.flatMap(step => {
    if (step.plain.length < 2 && step.fallbacks.length === 0) return []
    const unconditional = step.plain.filter(way => {
      const connection = workflow.connections[way]
      return connection?.definition.connection_type === 'sequential' && connection.condition === null
    })
    const isFallbackOnly =
      step.outgoing.length > 0 && step.fallbacks.length === step.outgoing.length && step.kind !== 'quality_check'
    return [
      ...(unconditional.length > 1
        ? [
            {
              ...said(
                step,
                'WF-G09',
                'warning',
                `${named(step.definition)} has ${unconditional.length} sequential connections, so all of them are followed at once: was a decision meant? Else make them parallel.`,
              ),
              fix: retyped(subject, workflow, unconditional, 'parallel'),
            },
          ]
        : []),
      ...(isFallbackOnly
        ? [
            {
              ...said(
                step,
                'WF-G10',
                'warning',
                `${named(step.definition)} has no way on but its fallback: connect what follows when it succeeds.`,
              ),
              fix: retyped(subject, workflow, step.fallbacks.slice(0, 1), 'sequential'),
            },
          ]
        : []),
    ]
  })
}

/** Beginnings, ends, and whether every step, outcome and way makes sense. */
export function shapeFindings(subject: Subject, workflow: CompiledWorkflow): Finding[] {
  const said: Said = (step, code, severity, message) => aboutStep(subject, step.definition, { code, severity, message })
  const alone = aloneIn(workflow)
  return [
    ...startFindings(workflow, said, alone),
    ...reachFindings(workflow, said, alone),
    ...endFindings(workflow, said, alone),
    ...outcomeFindings(subject, workflow, said),
    ...exitFindings(subject, workflow, said),
    ...forkFindings(subject, workflow),
  ]
}
