import { describe, expect, it } from 'vitest'
import { estimatedDurations } from '../../insights/estimated-durations.ts'
import { aChain, aConnection, aDecision, anOutcome, aStep, aWorkflow } from '../../testing/build-workflow.ts'
import { Play } from '../../testing/play.ts'
import type { WorkflowDefinition } from '../../workflows/definition.ts'
import { findPaths } from './find-paths.ts'
import type { PathRequest, ReachablePath, UnreachablePath } from './path.ts'

const choice = (source: number, target: number) => aConnection(source, target, { connection_type: 'choice' })
const goto = (step: number, more: object = {}) => ({ result_action: { goto_step: step, ...more } })
const sets = (name: string, value: string) => ({ result_action: { set_variable: { [name]: value } } })

const ask = (play: Play, request: Partial<PathRequest> = {}) =>
  findPaths(play.workflow, play.state, { durations: estimatedDurations(play.workflow), at: play.at, ...request })

function path(play: Play, request: Partial<PathRequest> = {}): ReachablePath {
  const found = ask(play, request)
  if (!found.reachable) throw new Error(found.reason.message)
  return found
}

function noPath(play: Play, request: Partial<PathRequest> = {}): UnreachablePath {
  const found = ask(play, request)
  if (found.reachable) throw new Error(`There is a path: ${ids(found).join()}`)
  return found
}

const ids = ({ optimal_path }: ReachablePath) => optimal_path.map(step => step.step_id)
const times = ({ alternative_paths }: ReachablePath) => alternative_paths.map(one => one.estimated_time)
/** A run at the very moment of its start: a command takes a second otherwise. */
const begin = (definition: WorkflowDefinition) => new Play(definition).start().wait(-1 / 60)

/** 1 cuts; 2 decides: by hand (3, 120 min) to outcome 1 or by machine (4, 30 min) to outcome 2; both by way of 5. */
const wallet = aWorkflow(
  [
    aStep(1, { estimated_duration: 30, step_type: 'tool' }),
    aDecision(2, [goto(3, { set_variable: { method: 'hand' } }), goto(4)], { estimated_duration: 5 }),
    aStep(3, { estimated_duration: 120 }),
    aStep(4, { estimated_duration: 30, step_type: 'tool', warnings: ['Mind the needle.', 'Mind the belt.'] }),
    aStep(5, { estimated_duration: 10 }),
    aStep(6, { is_outcome: true, outcome_id: 1, estimated_duration: 1 }),
    aStep(7, { is_outcome: true, outcome_id: 2, estimated_duration: 2 }),
  ],
  [
    aConnection(1, 2),
    choice(2, 3),
    choice(2, 4),
    aConnection(3, 5),
    aConnection(4, 5),
    aConnection(5, 6, { connection_type: 'conditional', condition: { method: 'hand' } }),
    aConnection(5, 7, { connection_type: 'conditional', is_default: true }),
  ],
  [anOutcome(1, { name: 'Hand-stitched wallet' }), anOutcome(2, { name: 'Wallet' })],
)

describe('the best path', () => {
  it('is told step by step, as a person would do them', () => {
    const tools = aChain(3)
    const steps = tools.steps.map((step, at) => ({
      ...step,
      step_type: 'tool',
      estimated_duration: [30, 20, 25][at] ?? 0,
    }))
    const found = path(begin({ ...tools, steps }))
    expect(found).toMatchObject({
      current_step_id: 1,
      target_outcome_id: null,
      estimated_time: 75,
      total_work_time: 75,
      difficulty_score: 4,
      alternative_paths: [],
      exact: true,
    })
    expect(found.optimal_path[1]).toEqual({
      step_id: 2,
      step_name: 'Step 2',
      step_type: 'tool',
      estimated_duration: 20,
      iteration: 1,
      starts_in: 30,
      is_critical: true,
      option_id: null,
      option_text: null,
    })
  })

  it('makes the decisions that cost least, and names the next best', () => {
    const found = path(begin(wallet))
    expect(ids(found)).toEqual([1, 2, 4, 5, 7])
    expect(found).toMatchObject({ estimated_time: 77, outcome_id: 2 })
    expect(found.decisions).toEqual([{ step_id: 2, step_name: 'Step 2', option_id: 22, option_text: 'Option 22' }])
    expect(found.alternative_paths).toMatchObject([
      { estimated_time: 166, outcome_id: 1, step_ids: [1, 2, 3, 5, 6], decisions: [{ step_id: 2, option_id: 21 }] },
    ])
  })

  it('comes to the outcome that is asked for, whatever it costs', () => {
    const found = path(begin(wallet), { target_outcome_id: 1 })
    expect([ids(found), found.estimated_time, found.alternative_paths]).toEqual([[1, 2, 3, 5, 6], 166, []])
  })

  it('tells how long each outcome takes, if asked', () => {
    expect(path(begin(wallet), { outcomes: true, target_outcome_id: 1 }).outcomes).toMatchObject([
      { outcome_id: 1, reachable: true, estimated_time: 166 },
      { outcome_id: 2, reachable: true, estimated_time: 77 },
    ])
    const decided = begin(wallet).complete(1).choose(2, 21)
    expect(path(decided, { outcomes: true }).outcomes[1]).toEqual({
      outcome_id: 2,
      reachable: false,
      estimated_time: null,
      difficulty_score: null,
    })
    expect(path(begin(wallet)).outcomes).toEqual([])
  })

  it('by difficulty may be a longer one', () => {
    const found = path(begin(wallet), { by: 'difficulty' })
    expect([ids(found), found.estimated_time]).toEqual([[1, 2, 3, 5, 6], 166])
    expect(found.alternative_paths[0]?.difficulty_score).toBeGreaterThanOrEqual(found.difficulty_score)
  })

  it('tells what another choice would cost', () => {
    const found = path(begin(wallet), { what_if: { options: [21] } })
    expect(ids(found)).toEqual([1, 2, 3, 5, 6])
    expect(found.what_if).toMatchObject({ decisions: [{ step_id: 2, option_id: 21 }], time_difference: 89 })
    const named = path(begin(wallet), { what_if: { variables: { method: 'hand' } } })
    expect([ids(named), named.what_if?.time_difference]).toEqual([[1, 2, 4, 5, 6], -1])
  })

  it('lets parallel work overlap, waits for lags, and takes off what has been spent', () => {
    // 1 -> 2 (60) and 3 (20) -> 4; the glue of 3 dries for 30 minutes before 4.
    const play = begin(
      aWorkflow(
        [aStep(1), aStep(2, { estimated_duration: 60 }), aStep(3, { estimated_duration: 20 }), aStep(4)],
        [aConnection(1, 2), aConnection(1, 3), aConnection(2, 4), aConnection(3, 4, { min_lag: 50 })],
      ),
    )
    const found = path(play)
    expect(found).toMatchObject({ estimated_time: 90, total_work_time: 100, critical_path: [1, 3, 4] })
    expect(found.optimal_path.map(step => step.starts_in)).toEqual([0, 10, 10, 80])
    expect(path(play.wait(4)).estimated_time).toBeCloseTo(86, 0)
    expect(path(play.wait(30)).estimated_time).toBeCloseTo(80, 0)
    play.complete(1, 3)
    expect(path(play).estimated_time).toBeCloseTo(70, 0)
    expect(path(play.do({ type: 'navigate', step_id: 2 }).wait(25)).critical_path).toEqual([2, 4])
    expect(path(play).estimated_time).toBeCloseTo(45, 0)
    expect(path(play.complete(2)).estimated_time).toBeCloseTo(35, 0)
  })

  it('does a loop without a condition until its limit, and leaves one with a condition as soon as it can', () => {
    const body = [aStep(1), aDecision(2, [sets('done', 'no'), sets('done', 'yes')]), aStep(3)]
    const loop = (changes: object) =>
      begin(
        aWorkflow(body, [
          aConnection(1, 2),
          aConnection(2, 3),
          aConnection(3, 1, { connection_type: 'loop', ...changes }),
        ]),
      )
    const forced = path(loop({ max_iterations: 3 }))
    expect(ids(forced)).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3])
    expect(forced.optimal_path.map(step => step.iteration)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3])
    const left = path(loop({ condition: { done: 'no' } }))
    expect([ids(left), left.decisions.map(one => one.option_id)]).toEqual([[1, 2, 3], [22]])
  })

  it('goes back where that is the only way to the outcome', () => {
    const play = begin(
      aWorkflow(
        [
          aDecision(1, [sets('wood', 'oak'), sets('wood', 'pine')]),
          aDecision(2, [goto(1), goto(3)]),
          aStep(3),
          aStep(4, { is_outcome: true, outcome_id: 1 }),
          aStep(5, { is_outcome: true, outcome_id: 2 }),
        ],
        [
          aConnection(1, 2),
          choice(2, 3),
          aConnection(3, 4, { connection_type: 'conditional', condition: { wood: 'oak' } }),
          aConnection(3, 5, { connection_type: 'conditional', is_default: true }),
        ],
        [anOutcome(1), anOutcome(2)],
      ),
    ).choose(1, 12)
    expect(ids(path(play, { target_outcome_id: 2 }))).toEqual([2, 3, 5])
    expect(ids(path(play, { target_outcome_id: 1 }))).toEqual([2, 1, 2, 3, 4])
  })
})

describe('where there is no path', () => {
  it('the decision that ruled the outcome out is named', () => {
    const play = begin(
      aWorkflow(
        [
          aDecision(1, [goto(2), goto(3)]),
          aStep(2, { is_outcome: true, outcome_id: 1 }),
          aStep(3, { is_outcome: true, outcome_id: 2 }),
        ],
        [choice(1, 2), choice(1, 3)],
        [anOutcome(1, { name: 'Box' }), anOutcome(2)],
      ),
    ).choose(1, 12)
    expect(noPath(play, { target_outcome_id: 1 }).reason).toEqual({
      code: 'ruled_out',
      message: '“Box” can’t be reached any more: “Step 1” led to “Step 3”. Undo back to it to choose again.',
      step_id: 1,
      taken_step_ids: [3],
    })
    play.complete(3)
    expect(noPath(play, { target_outcome_id: 1 }).reason.code).toBe('run_ended')
    expect(path(play, { target_outcome_id: 2 }).optimal_path).toEqual([])
  })

  it.each([
    ['unknown_outcome', { target_outcome_id: 99 }, []],
    ['no_way', { target_outcome_id: 2 }, [1]],
    ['what_if', { target_outcome_id: 1, what_if: { options: [22] } }, []],
  ] as const)('the answer says why: %s', (code, request, done) => {
    const play = begin(wallet).complete(...done)
    if (code === 'no_way') play.choose(2, 21)
    expect(noPath(play, request).reason.code).toBe(code)
  })
})

describe('forty decisions', () => {
  const numbers = Array.from({ length: 40 }, (_, at) => at)
  /** Decision, its quick way, its slow way and where they meet. */
  const at = (number: number) => [1, 2, 3, 4].map(step => number * 4 + step) as [number, number, number, number]
  const slow = { estimated_duration: 25 }
  const part = (number: number) => {
    const [decision, one, other, meeting] = at(number)
    return {
      steps: [aDecision(decision, [goto(other), goto(one)]), aStep(one), aStep(other, slow), aStep(meeting)],
      connections: [
        ...[one, other].map(step => choice(decision, step)),
        ...[one, other].map(step => aConnection(step, meeting)),
      ].map((connection, index) => ({ ...connection, id: decision * 10 + index })),
    }
  }
  const parts = numbers.map(part)
  const steps = parts.flatMap(one => one.steps)
  const connections = parts.flatMap(one => one.connections)
  const join = (source: number, target: number, id: number) => aConnection(source, target, { id: 100_000 + id })

  it('one after another are all made, exactly', () => {
    const joints = numbers.slice(1).map(number => join(at(number - 1)[3], at(number)[0], number))
    const found = path(begin(aWorkflow(steps, [...connections, ...joints])))
    expect([found.exact, found.estimated_time, times(found)]).toEqual([true, 40 * 30, [1215, 1215, 1215]])
  })

  it('side by side are all made, exactly: what was chosen is forgotten where they join', () => {
    const joints = numbers.map(number => join(at(number)[3], 1000, number))
    const found = path(begin(aWorkflow([...steps, aStep(1000)], [...connections, ...joints])))
    expect([found.exact, found.estimated_time, found.total_work_time]).toEqual([true, 40, 40 * 30 + 10])
  })

  it('one within another are all made, exactly', () => {
    const nested = numbers.flatMap(number => [
      aDecision(number * 2 + 1, [goto(number * 2 + 3), goto(number * 2 + 2)]),
      aStep(number * 2 + 2, { estimated_duration: 1000 - number }),
    ])
    const last = 81
    const ways = numbers.flatMap(number => [
      { ...choice(number * 2 + 1, number * 2 + 2), id: number * 2 + 1 },
      { ...choice(number * 2 + 1, number * 2 + 3), id: number * 2 + 2 },
    ])
    const found = path(begin(aWorkflow([...nested, aStep(last, { estimated_duration: 5_000 })], ways)))
    expect([found.exact, found.estimated_time, found.decisions.length]).toEqual([true, 1010, 1])
  })

  /** Each sets a variable; at the end each is asked: what was cheap to choose is dear then, every third time. */
  const decisions = numbers.map(number =>
    aDecision(number + 1, [sets(`v${number}`, 'a'), sets(`v${number}`, 'b')], { estimated_duration: 1 }),
  )

  it('whose variables are all asked at the end are made well, and it is told that not all was looked at', () => {
    const asked = numbers.map(number =>
      aStep(100 + number, {
        estimated_duration: 10 + number,
        condition_logic: { [`v${number}`]: number % 3 === 0 ? 'a' : 'b' },
      }),
    )
    const all = [...decisions, ...asked]
    const chain = all.slice(1).map((step, index) => aConnection(all[index]?.id ?? 0, step.id, { id: index + 1 }))
    const found = path(begin(aWorkflow(all, chain)))
    expect([found.exact, found.estimated_time]).toEqual([false, 40])
  })

  it('all of which have to be made one way come to the outcome that wants it', () => {
    const wanted = { all: numbers.map(number => ({ [`v${number}`]: number % 2 === 0 ? 'a' : 'b' })) }
    const all = [...decisions, aStep(100)]
    const chain = all.slice(1).map((step, index) => aConnection(all[index]?.id ?? 0, step.id, { id: index + 1 }))
    const ends = [
      aConnection(100, 101, { id: 500, connection_type: 'conditional', condition: wanted }),
      aConnection(100, 102, { id: 501, connection_type: 'conditional', is_default: true }),
    ]
    const outcomes = [1, 2].map(id => aStep(100 + id, { is_outcome: true, outcome_id: id }))
    const play = begin(aWorkflow([...all, ...outcomes], [...chain, ...ends], [anOutcome(1), anOutcome(2)]))
    const found = path(play, { target_outcome_id: 1 })
    expect([found.exact, found.decisions.map(one => one.option_id % 10)]).toEqual([
      true,
      numbers.map(number => 1 + (number % 2)),
    ])
  })
})
