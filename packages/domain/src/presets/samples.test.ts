import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decide } from '../executions/decide.ts'
import { evolveAll } from '../executions/evolve.ts'
import { newExecution } from '../executions/new-execution.ts'
import type { CommandRequest } from '../executions/command.ts'
import type { ExecutionState } from '../executions/state.ts'
import { availableSteps, stepStatus } from '../executions/view.ts'
import { compile, type CompiledWorkflow } from '../workflows/compile.ts'
import type { StepDefinition, WorkflowDefinition } from '../workflows/definition.ts'
import { checkPreset } from './check-preset.ts'
import type { Preset } from './preset.ts'

interface Sample {
  readonly preset: Preset
  readonly definition: WorkflowDefinition
  readonly workflow: CompiledWorkflow
}

const load = (file: string): Sample => {
  const text = readFileSync(new URL(`../../../../presets/${file}`, import.meta.url), 'utf8')
  const checked = checkPreset(JSON.parse(text))
  if (!checked.ok) throw new Error(`${file} is refused: ${JSON.stringify(checked.errors, null, 2)}`)
  if (checked.warnings.length > 0) throw new Error(JSON.stringify(checked.warnings, null, 2))
  return { preset: checked.preset, definition: checked.definition, workflow: compile(checked.definition) }
}

const minute = 60_000

/** How the person at the bench behaves: which option (by place, from 0) and how often each check fails before it passes. */
interface Manner {
  readonly options: Readonly<Record<string, number>>
  readonly failures: number
}

interface Walk {
  readonly state: ExecutionState
  readonly at: number
  /** Steps in the order in which they were settled, with what became of them. */
  readonly settled: readonly {
    readonly step: StepDefinition
    readonly command: CommandRequest['type'] | 'failed check'
  }[]
}

const accepted = (workflow: CompiledWorkflow, state: ExecutionState, request: CommandRequest, at: number) => {
  const decision = decide(workflow, state, { ...request, at, actor_id: 1 })
  if (!decision.ok) throw new Error(decision.refusal.message)
  return evolveAll(workflow, state, decision.events)
}

/** What the person does with a step that is open. */
function nextCommand(step: StepDefinition, manner: Manner, failed: number): CommandRequest {
  const step_id = step.id
  if (step.decision_options.length > 0) {
    const wanted = manner.options[step.name] ?? step.decision_options.findIndex(option => option.is_default)
    const option = step.decision_options[wanted]
    if (option === undefined) throw new Error(`“${step.name}” has no option ${wanted}`)
    return { type: 'decide', step_id, option_id: option.id }
  }
  if (step.step_type === 'quality_check')
    return { type: 'complete', step_id, data: { verdict: failed < manner.failures ? 'fail' : 'pass' } }
  return { type: 'complete', step_id }
}

/** Works through the whole, each step taking the minutes that it is said to take, and waiting where it has to be waited. */
function walk({ workflow, definition }: Sample, manner: Manner): Walk {
  let at = 1_000 * minute
  let state = accepted(workflow, newExecution(workflow), { type: 'start' }, at)
  const settled: { step: StepDefinition; command: CommandRequest['type'] | 'failed check' }[] = []
  while (state.status === 'active') {
    const [id] = availableSteps(workflow, state, at)
    if (id === undefined) {
      const opening = Object.values(state.open).flatMap(({ not_before }) => not_before ?? [])
      if (opening.length === 0) throw new Error('Nothing can be done, and nothing is waited for')
      at = Math.min(...opening)
      continue
    }
    const step = definition.steps.find(candidate => candidate.id === id)!
    if (stepStatus(workflow, state, id, at) === 'ready')
      state = accepted(workflow, state, { type: 'navigate', step_id: id }, at)
    at += (step.estimated_duration ?? 0) * minute
    const failed = settled.filter(entry => entry.step.id === id).length
    const command = nextCommand(step, manner, failed)
    state = accepted(workflow, state, command, at)
    const isFailed = command.type === 'complete' && command.data?.['verdict'] === 'fail'
    settled.push({ step, command: isFailed ? 'failed check' : command.type })
    if (settled.length > 60) throw new Error('This does not end')
  }
  return { state, at, settled }
}

/** Every combination of options, each with checks that pass at once, after mending, and never. */
function manners({ definition }: Sample): Manner[] {
  const decisions = definition.steps.filter(step => step.decision_options.length > 0)
  const choices = decisions.reduce<Record<string, number>[]>(
    (all, { name, decision_options }) => all.flatMap(one => decision_options.map((_, n) => ({ ...one, [name]: n }))),
    [{}],
  )
  return choices.flatMap(options => [0, 1, 2, 99].map(failures => ({ options, failures })))
}

const usual: Manner = { options: {}, failures: 0 }
const minutesOf = ({ settled }: Walk) => settled.reduce((sum, { step }) => sum + (step.estimated_duration ?? 0), 0)
const namesOf = ({ settled }: Walk) => settled.map(({ step }) => step.name)
const outcomeOf = ({ definition }: Sample, { state }: Walk) =>
  definition.outcomes.find(({ id }) => id === state.selected_outcome_id)?.name

/** What a walk uses up, without what is optional. */
function usedBy({ settled }: Walk): Map<string, number> {
  const used = new Map<string, number>()
  for (const { step } of settled)
    for (const { resource_type, name, quantity, is_optional } of step.resources)
      if (resource_type === 'material' && !is_optional) used.set(name!, (used.get(name!) ?? 0) + (quantity ?? 0))
  return used
}

describe.each([
  {
    file: 'basic_leather_project.json',
    name: 'Basic Leather Wallet',
    difficulty: 'beginner',
    category: 'leatherworking',
    steps: 12,
    materials: 4,
    minutes: 240,
    outcomes: ['Completed Basic Wallet'],
  },
  {
    file: 'simple_woodworking.json',
    name: 'Simple Wooden Box',
    difficulty: 'intermediate',
    category: 'woodworking',
    steps: 18,
    materials: 5,
    minutes: 360,
    outcomes: ['Oiled Keepsake Box', 'Painted Storage Box'],
  },
])('$file', expected => {
  const sample = load(expected.file)
  const { preset, definition } = sample

  it('says of itself what the library promises', () => {
    const { name, difficulty, category, estimated_time, tags } = preset.preset_info
    expect({ name, difficulty, category, estimated_time }).toEqual({
      name: expected.name,
      difficulty: expected.difficulty,
      category: expected.category,
      estimated_time: expected.minutes,
    })
    expect(tags.length).toBeGreaterThan(2)
    expect(definition.steps).toHaveLength(expected.steps)
    expect(definition.outcomes.map(outcome => outcome.name)).toEqual(expected.outcomes)
    expect(preset.workflow.has_multiple_outcomes).toBe(expected.outcomes.length > 1)
  })

  it('needs as many materials and tools as the library promises', () => {
    const { materials, tools } = preset.required_resources
    expect([materials.length, tools.length]).toEqual([expected.materials, 6])
  })

  it('takes the time it states when everything goes the default way', () => {
    const usually = walk(sample, usual)
    expect(usually.state.status).toBe('completed')
    expect(minutesOf(usually)).toBe(expected.minutes)
    expect(usually.at).toBe((1_000 + expected.minutes) * minute)
    expect(outcomeOf(sample, usually)).toBe(definition.outcomes.find(outcome => outcome.is_default)?.name)
  })

  it('asks for enough material for every way, and for no more than one of them needs', () => {
    const walks = manners(sample)
      .filter(({ failures }) => failures === 0)
      .map(manner => usedBy(walk(sample, manner)))
    const most = (name: string) => Math.max(...walks.map(used => used.get(name) ?? 0))
    const { materials } = preset.required_resources
    expect(materials.map(({ name }) => [name, most(name)])).toEqual(
      materials.map(({ name, quantity }) => [name, quantity]),
    )
  })

  it('mends and checks again at most three times, then goes on', () => {
    const endless = walk(sample, { options: {}, failures: 99 })
    expect(endless.settled.filter(({ command }) => command === 'failed check')).toHaveLength(3)
    const once = walk(sample, { options: {}, failures: 1 })
    expect(once.settled.filter(({ step }) => step.step_type === 'quality_check').map(({ command }) => command)).toEqual(
      ['failed check', 'complete'],
    )
  })

  it('does not let a waiting step be completed before its time, unless that is said', () => {
    const waiting = definition.steps.find(({ step_type }) => step_type === 'time')!
    const { workflow } = sample
    const at = 1_000 * minute
    let state = accepted(workflow, newExecution(workflow), { type: 'start' }, at)
    while (state.current_step_id !== waiting.id) {
      const step = definition.steps.find(({ id }) => id === state.current_step_id)!
      state = accepted(workflow, state, nextCommand(step, usual, 0), at)
    }
    const early = { type: 'complete', step_id: waiting.id, at: at + minute, actor_id: 1 } as const
    const refusal = decide(workflow, state, early)
    expect(refusal).toMatchObject({
      ok: false,
      refusal: { code: 'execution.time_not_elapsed', minutes_left: waiting.estimated_duration! - 1 },
    })
    expect(decide(workflow, state, { ...early, override: true }).ok).toBe(true)
  })
})

describe('the wallet', () => {
  const sample = load('basic_leather_project.json')

  it('is sewn either with two needles or with one, and finished alike', () => {
    const saddle = namesOf(walk(sample, { options: { 'Choose your stitch': 0 }, failures: 0 }))
    const running = namesOf(walk(sample, { options: { 'Choose your stitch': 1 }, failures: 0 }))
    expect(saddle).toContain('Saddle stitch with two needles')
    expect(saddle).not.toContain('Double running stitch with one needle')
    expect(running).toContain('Double running stitch with one needle')
    expect(running).not.toContain('Saddle stitch with two needles')
    expect(running.at(-1)).toBe('Condition the wallet')
  })
})

describe('the box', () => {
  const sample = load('simple_woodworking.json')
  const by = (joint: number, finish = 0) =>
    namesOf(walk(sample, { options: { 'Choose the corner joint': joint, 'Choose the finish': finish }, failures: 0 }))

  it('has three joints that differ in their steps and meet at the dry fit', () => {
    const joints = [by(0), by(1), by(2)].map(names =>
      names.slice(
        3,
        names.findIndex(name => name.startsWith('Dry-fit')),
      ),
    )
    expect(joints).toEqual([
      ['Cut the box joints'],
      ['Saw and chop the tails', 'Scribe and cut the pins'],
      ['Cut the rabbets'],
    ])
  })

  it('is taught in four languages', () => {
    expect(Object.keys(sample.preset.workflow.translations).toSorted()).toEqual(['de', 'es', 'fr'])
  })

  it('is oiled or painted, and never both', () => {
    expect(by(0, 0).slice(-2)).toEqual(['Oil the box', 'Oiled keepsake box'])
    expect(by(0, 1).slice(-2)).toEqual(['Paint the first coat', 'Painted storage box'])
  })

  it('keeps the second coat of paint waiting for an hour', () => {
    const painted = walk(sample, { options: { 'Choose the finish': 1 }, failures: 0 })
    expect(painted.at - 1_000 * minute).toBe((minutesOf(painted) + 60) * minute)
  })
})
