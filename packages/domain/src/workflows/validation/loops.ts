import { loopBody } from '../../executions/loop-body.ts'
import { defaultLoopLimit } from '../compile-connections.ts'
import type { CompiledLoop, CompiledStep, CompiledWorkflow } from '../compiled.ts'
import type { Finding, Fix } from '../finding.ts'
import { isEnd, targetsOf } from './exits.ts'
import { aboutStep, named, type Subject } from './findings.ts'
import { comesClear, type FreeRuns } from './free-runs.ts'
import { inWords, phraseOf, type Stories } from './story.ts'
import type { Together } from './together.ts'

/** Steps that the bodies of loops may have in all, and questions put to the graph, before loops are no longer looked into. */
const maxBodies = 100_000
const maxQuestions = 50

const setField = (path: string, value: number | string): Fix['edits'][number] => ({ type: 'set_field', path, value })

/** Loops that lead nowhere back, or end by their limit alone without saying so. */
export function loopFindings({ definition, stepById }: Subject, workflow: CompiledWorkflow): Finding[] {
  const back = new Set(workflow.loops.map(loop => loop.key))
  return definition.connections.flatMap((connection, index): Finding[] => {
    if (connection.connection_type !== 'loop') return []
    const { id, source_step_id, target_step_id, condition, max_iterations } = connection
    const where = `The loop from ${named(stepById.get(source_step_id))} to ${named(stepById.get(target_step_id))}`
    const place = { code: 'WF-G06', severity: 'error', connection_id: id, step_id: source_step_id } as const
    const path = `/connections/${index}`
    const source = workflow.compiledStep(source_step_id)
    const isChosen = source?.options.some(({ way }) => way.type === 'loop' && way.loop.key === String(id)) ?? false
    const said = (message: string, title: string, edit: Fix['edits'][number]): Finding[] => [
      { ...place, path, message: `${where} ${message}`, fix: { title, edits: [edit] } },
    ]
    if (!back.has(String(id)))
      return said(
        'does not lead back: no way goes from there to here. Make it another kind of connection.',
        'Make it sequential',
        setField(`${path}/connection_type`, 'sequential'),
      )
    if (max_iterations !== null && max_iterations < 1)
      return said(
        `allows ${max_iterations} runs: its limit has to be 1 or more.`,
        'Allow one return',
        setField(`${path}/max_iterations`, 2),
      )
    if (condition === null && max_iterations === null && !isChosen)
      return said(
        'has neither a condition nor a limit, so it always returns nine times: give it one of them.',
        'State the limit of ten rounds',
        setField(`${path}/max_iterations`, defaultLoopLimit),
      )
    return []
  })
}

const rounds = ({ limit }: CompiledLoop): string => (limit === 1 ? 'one round' : `${limit} rounds`)

/** Where the last round of a loop leaves a run without a way on. */
function strandedAt(subject: Subject, runs: FreeRuns, step: CompiledStep, stories: Stories): Finding[] {
  const { workflow, exits, reached } = runs
  if (reached[step.index] === 0) return []
  const said = (severity: 'error' | 'warning', message: string, ending: string): Finding => {
    const story = stories.to(step, phraseOf(step), ending)
    const about = aboutStep(subject, step.definition, {
      code: 'WF-G15',
      severity,
      message: `${message} (${inWords(story)}).`,
    })
    return { ...about, story, certainty: severity === 'error' ? 'certain' : 'possible' }
  }
  const ways = exits[step.index] ?? []
  const [option] = step.options
  if (ways.length === 0 && option !== undefined)
    return [
      said(
        'error',
        `Every option of ${named(step.definition)} leads back, so once their rounds are used up none can be chosen any more: give it an option that leads on`,
        'then no option is left',
      ),
    ]
  const [loop] = step.loops
  if (loop === undefined || step.outcome_id !== null) return []
  const last = ways.find(
    exit => exit.how === 'completed' && isEnd(exit) && exit.option?.action.complete_with_outcome === undefined,
  )
  if (last === undefined) return []
  const isLimited = last.limitOf !== null && step.outgoing.length > 0
  const isBare = step.outgoing.length === 0 && (workflow.hasOutcomeSteps || leavesBody(workflow, loop))
  if (!isLimited && !isBare) return []
  const { target, limit } = last.limitOf ?? loop
  if (limit < 2) return []
  const where = `the loop from ${named(step.definition)} back to ${named(workflow.steps[target]?.definition)}`
  return [
    said(
      'warning',
      `After the last of the ${rounds(last.limitOf ?? loop)} of ${where} there may be no way on: connect what follows then`,
      'then nothing follows',
    ),
  ]
}

/** Whether anything follows the body of a loop at all, so that its source is not simply the end. */
function leavesBody(workflow: CompiledWorkflow, loop: CompiledLoop): boolean {
  const body = new Set(loopBody(workflow, loop))
  return [...body].some(index =>
    workflow.steps[index]?.outgoing.some(way => !body.has(workflow.connections[way]?.target ?? index)),
  )
}

interface Inside {
  readonly subject: Subject
  readonly runs: FreeRuns
  readonly together: Together | null
  readonly stories: Stories
}

/** A fork of which one branch goes on in the body and another leaves it: the one outside is followed in the first round alone. */
function leftFromTheSide(
  { subject, runs, together, stories }: Inside,
  loop: CompiledLoop,
  body: ReadonlySet<number>,
): Finding[] {
  const { steps } = runs.workflow
  if (together === null) return []
  for (const index of body) {
    const step = steps[index]
    if (step === undefined || index === loop.source || runs.reached[index] === 0) continue
    for (const exit of runs.exits[index] ?? []) {
      const targets = targetsOf(exit)
      const out = targets.find(target => !body.has(target) && !together.isBehind(loop.source, target))
      if (out === undefined || !targets.some(target => body.has(target) && together.atOnce(target, out))) continue
      const [source, target, side] = [steps[loop.source], steps[loop.target], steps[out]]
      if (source === undefined || target === undefined || side === undefined) return []
      const story = stories.to(
        step,
        phraseOf(step),
        `${phraseOf(side)} begins`,
        `${phraseOf(source)} goes back to ${phraseOf(target)}`,
      )
      const message = `${named(step.definition)} leads out of the loop to ${named(side.definition)} and on inside it at once, so ${named(side.definition)} may begin before the last round: lead there from ${named(source.definition)}, where the loop is left.`
      const about = aboutStep(subject, step.definition, { code: 'WF-G14', severity: 'warning', message })
      return [{ ...about, story, certainty: 'possible' }]
    }
  }
  return []
}

/** Whether a way from outside leads into the body past its beginning. */
function hasSideEntry({ runs }: Inside, loop: CompiledLoop, body: ReadonlySet<number>): boolean {
  const { steps, connections, initial } = runs.workflow
  return (
    initial.some(index => index !== loop.target && body.has(index)) ||
    [...body].some(index => {
      const step = steps[index]
      if (step === undefined || index === loop.target) return false
      const before = [...step.incoming.map(way => connections[way]?.source ?? index), ...step.jumpSources]
      return before.some(source => !body.has(source) && runs.reached[source] === 1)
    })
  )
}

/** A run that comes to the loop's end without having been at its beginning, and then goes “back” to it. */
function enteredFromTheSide({ subject, runs }: Inside, loop: CompiledLoop): Finding[] {
  const { steps } = runs.workflow
  const [source, target] = [steps[loop.source], steps[loop.target]]
  if (source === undefined || target === undefined || runs.reached[loop.source] === 0) return []
  if (!comesClear(runs, loop.source, step => step.index === loop.target)) return []
  const message = `A run can enter the loop from ${named(source.definition)} back to ${named(target.definition)} without coming by ${named(target.definition)} first: make sure that going back there then makes sense.`
  const about = aboutStep(subject, source.definition, { code: 'WF-G13', severity: 'hint', message })
  return [{ ...about, certainty: 'possible' }]
}

/** Loops that are entered or left elsewhere than at their ends, and rounds after which nothing follows. */
export function roundFindings(inside: Inside): Finding[] {
  const { subject, runs, stories } = inside
  const { workflow } = runs
  let left = maxBodies
  let questions = maxQuestions
  const bodies = workflow.loops.flatMap(loop => {
    left -= Math.max(1, (workflow.rank[loop.source] ?? 0) - (workflow.rank[loop.target] ?? 0))
    if (left < 0) return []
    const body = new Set(loopBody(workflow, loop))
    const isEntered = hasSideEntry(inside, loop, body) && questions > 0
    if (isEntered) questions -= 1
    return [...(isEntered ? enteredFromTheSide(inside, loop) : []), ...leftFromTheSide(inside, loop, body)]
  })
  return [...bodies, ...workflow.steps.flatMap(step => strandedAt(subject, runs, step, stories))]
}
