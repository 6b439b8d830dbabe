import { describe, expect, it } from 'vitest'
import { aChain, aConnection, aDecision, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { expectDecision } from '../testing/expect-decision.ts'
import { Play } from '../testing/play.ts'
import type { ConnectionDefinition, JsonObject } from '../workflows/definition.ts'

const steps = (count: number) => Array.from({ length: count }, (_, index) => aStep(index + 1))
const complete = (step_id: number) => ({ type: 'complete', step_id }) as const

describe('a step', () => {
  it('opens once all its ways have resolved and one is live, and the first in view is active', () => {
    const play = new Play(aChain(3))
    expectDecision(play, { type: 'start' }, { steps: 'app' })
    expectDecision(play, complete(1), { steps: 'cap' })
    expect(play.state.current_step_id).toBe(2)
  })

  it('starts together with every other that has no way in; only the first by display order is active', () => {
    const play = new Play(
      aWorkflow([aStep(1, { display_order: 2 }), aStep(2, { display_order: 1 }), aStep(3)], [aConnection(1, 3)]),
    )
    expectDecision(play, { type: 'start' }, { steps: 'arp' })
    expect(play.state.current_step_id).toBe(2)
  })

  it('follows display order where a workflow has neither connections nor jumps', () => {
    const play = new Play(
      aWorkflow([aStep(1, { display_order: 3 }), aStep(2, { display_order: 1 }), aStep(3, { display_order: 2 })]),
    )
    play.start().complete(2, 3, 1)
    expect(play.state.status).toBe('completed')
  })
})

describe('a sequential or parallel connection', () => {
  const types = ['sequential', 'parallel'] as const
  it.each(types)('%s is live always, or when its condition holds', type => {
    const to = (condition: JsonObject | null) =>
      new Play(
        aWorkflow(steps(3), [
          aConnection(1, 2, { connection_type: type, condition }),
          aConnection(1, 3, { connection_type: type }),
        ]),
      ).start({ wood: 'oak' })
    expectDecision(to(null), complete(1), { steps: 'car' })
    expectDecision(to({ wood: 'oak' }), complete(1), { steps: 'car' })
    expectDecision(to({ wood: 'pine' }), complete(1), { steps: 'cda' })
  })

  it.each(types)('%s ones fork when there are several, and a join awaits every live branch', type => {
    const to = (source: number, target: number) => aConnection(source, target, { connection_type: type })
    const play = new Play(aWorkflow(steps(4), [to(1, 2), to(1, 3), to(2, 4), to(3, 4)])).start()
    expectDecision(play, complete(1), { steps: 'carp' })
    expectDecision(play, complete(2), { steps: 'ccap' })
    expectDecision(play, complete(3), { steps: 'ccca' })
  })
})

describe('an exclusive merge', () => {
  it('waits for nothing: the branch not taken is dead, and death spreads along it', () => {
    const choice = (target: number) => aConnection(1, target, { connection_type: 'choice' })
    const workflow = aWorkflow(
      [aDecision(1, [{}, {}]), aStep(2), aStep(3), aStep(4), aStep(5)],
      [choice(2), choice(3), aConnection(3, 4), aConnection(2, 5), aConnection(4, 5)],
    )
    const play = new Play(workflow).start()
    expectDecision(play, { type: 'decide', step_id: 1, option_id: 11 }, { steps: 'caddp' })
    expectDecision(play, complete(2), { steps: 'ccdda' })
  })
})

describe('a choice', () => {
  const workflow = (options: readonly (JsonObject | null)[], connections: readonly Partial<ConnectionDefinition>[]) =>
    aWorkflow(
      [
        aDecision(
          1,
          options.map(result_action => ({ result_action })),
        ),
        ...steps(4).slice(1),
      ],
      connections.map((changes, index) => aConnection(1, index + 2, { connection_type: 'choice', ...changes })),
    )
  const after = (definition: ReturnType<typeof workflow>, option: number) => {
    const play = new Play(definition).start()
    play.choose(1, 10 + option)
    return play.letters
  }

  it('is live where goto_step of the option names its target, and every other way is dead', () => {
    const definition = workflow(
      [{ goto_step: 3 }, { goto_step: 2 }],
      [{}, { connection_type: 'sequential' }, { connection_type: 'parallel' }],
    )
    expect(after(definition, 1)).toBe('cdad')
    expect(after(definition, 2)).toBe('cadd')
  })

  it('is live where its condition holds after what the option sets; the first by display order of several', () => {
    const definition = workflow(
      [{ set_variable: { joint: 'nails' } }, { set_variable: { joint: 'dovetails' } }],
      [
        { condition: { joint: { exists: true } }, display_order: 3 },
        { condition: { joint: 'nails' }, display_order: 1 },
        { condition: { joint: 'nails' }, display_order: 2 },
      ],
    )
    expect(after(definition, 1)).toBe('cdad')
    expect(after(definition, 2)).toBe('cadd')
  })

  it('goes by position where options and connections say nothing and are equal in number', () => {
    const definition = workflow([null, { set_variable: { joint: 'glue' } }, null], [{}, { is_default: true }, {}])
    expect(after(definition, 1)).toBe('cadd')
    expect(after(definition, 2)).toBe('cdad')
    expect(after(definition, 3)).toBe('cdda')
  })

  it('does not go by position where numbers differ: then the default is taken', () => {
    expect(after(workflow([null, null], [{}, {}, { is_default: true }]), 1)).toBe('cdda')
  })

  it('takes the default if no other is taken', () => {
    const connections = [{ is_default: true }, { condition: { joint: 'nails' } }]
    const definition = workflow(
      [{ set_variable: { joint: 'nails' } }, { set_variable: { joint: 'glue' } }],
      connections,
    )
    expect(after(definition, 1)).toBe('cdar')
    expect(after(definition, 2)).toBe('cadr')
  })
})

describe('a conditional group', () => {
  const group = (target: number, changes: Partial<ConnectionDefinition>) =>
    aConnection(1, target, { connection_type: 'conditional', ...changes })
  const letters = (connections: ConnectionDefinition[], variables: JsonObject) =>
    new Play(aWorkflow(steps(4), connections)).start(variables).complete(1).letters

  it('takes the first by display order whose condition holds, and only that', () => {
    const connections = [
      group(2, { condition: { size: { gte: 1 } }, display_order: 2 }),
      group(3, { condition: { size: { gte: 2 } }, display_order: 1 }),
      group(4, { is_default: true, display_order: 0 }),
    ]
    expect(letters(connections, { size: 1 })).toBe('cadd')
    expect(letters(connections, { size: 2 })).toBe('cdad')
    expect(letters(connections, { size: 0 })).toBe('cdda')
    expect(letters(connections, {})).toBe('cdda')
  })

  it('goes by the order of the file where no display order is stated', () => {
    const connections = [group(4, { condition: {} }), group(2, { condition: {} }), group(3, { condition: {} })]
    expect(letters(connections, {})).toBe('cdda')
  })
})

describe('a fallback', () => {
  const workflow = aWorkflow(
    [aStep(1, { step_type: 'quality_check' }), aStep(2), aStep(3)],
    [aConnection(1, 2, { condition: { wood: 'oak' } }), aConnection(1, 3, { connection_type: 'fallback' })],
  )
  const check = (verdict: string) => ({ type: 'complete', step_id: 1, data: { verdict } }) as const

  it('is live when nothing else that leaves the step is', () => {
    expectDecision(new Play(workflow).start({ wood: 'oak' }), check('pass'), { steps: 'cad' })
    expectDecision(new Play(workflow).start(), check('pass'), { steps: 'cda' })
  })

  it('is live when the step failed, by a verdict or by a person, and then alone', () => {
    expectDecision(new Play(workflow).start({ wood: 'oak' }), check('fail'), { steps: 'fda' })
    expectDecision(new Play(workflow).start({ wood: 'oak' }), { type: 'fail', step_id: 1 }, { steps: 'fda' })
  })

  it('alone is live when a person skipped the step; without one a skip resolves as if completed', () => {
    const plain = aWorkflow([aStep(1), aStep(2), aStep(3)], workflow.connections)
    expectDecision(new Play(plain).start({ wood: 'oak' }), { type: 'skip', step_id: 1 }, { steps: 'sda' })
    const without = aWorkflow(steps(2), [aConnection(1, 2)])
    expectDecision(new Play(without).start(), { type: 'skip', step_id: 1 }, { steps: 'sa' })
  })

  it('is dead when a step that is passed over leaves another way live', () => {
    const passed = aWorkflow(
      [aStep(1), aStep(2, { condition_logic: { wood: 'oak' } }), aStep(3), aStep(4)],
      [aConnection(1, 2), aConnection(2, 3), aConnection(2, 4, { connection_type: 'fallback' })],
    )
    expectDecision(new Play(passed).start(), complete(1), { steps: 'csad' })
  })
})

describe('a condition on a step', () => {
  it('passes it over when it is false as the step opens; what follows opens as if it had been completed', () => {
    const workflow = aWorkflow([
      aStep(1),
      aStep(2, { condition_logic: '{"if":{"method":"hand"}}' }),
      aStep(3, { condition_logic: { method: 'power' } }),
      aStep(4),
    ])
    const play = (method: string) => new Play(workflow).start({ method })
    expectDecision(play('hand'), complete(1), { steps: 'capp' })
    expectDecision(play('power'), complete(1), { steps: 'csap' })
    expectDecision(play('neither'), complete(1), { steps: 'cssa' })
  })

  it('does not count quality standards as a condition', () => {
    const workflow = aWorkflow([aStep(1, { condition_logic: { quality_standards: { gap: 'below 1 mm' } } })])
    expect(new Play(workflow).start().letters).toBe('a')
  })

  it('lets a decision that is passed over take its default', () => {
    const options = [
      { result_action: { goto_step: 2 } },
      { result_action: { goto_step: 3, set_variable: { kept: 1 } }, is_default: true },
    ]
    const choice = (target: number) => aConnection(1, target, { connection_type: 'choice' })
    const workflow = aWorkflow(
      [aDecision(1, options, { condition_logic: { ask: true } }), aStep(2), aStep(3)],
      [choice(2), choice(3)],
    )
    const play = new Play(workflow).start()
    expect(play.letters).toBe('sda')
    expect(play.state.variables).toEqual({ kept: 1 })
  })

  it('ends a run in which every step is passed over, at once and however long the chain', () => {
    const chain = aChain(3_000)
    const all = { ...chain, steps: chain.steps.map(step => ({ ...step, condition_logic: { never: 1 } })) }
    expect(new Play(all).start().state).toMatchObject({ status: 'completed', current_step_id: null })
  })
})

describe('decisions that wait for each other’s jumps', () => {
  const goto = (step: number) => ({ result_action: { goto_step: step } })
  // The way from 2 has to arrive before 4 can name 1, which alone names 2.
  const circle = aWorkflow(
    [aDecision(1, [goto(2)]), aStep(2), aStep(3), aDecision(4, [goto(1), goto(5)]), aStep(5)],
    [aConnection(2, 4), aConnection(3, 4), aConnection(4, 5, { connection_type: 'choice' })],
  )

  it('name nothing any more once nothing else is open, so that the run goes on', () => {
    const play = new Play(circle).start()
    expectDecision(play, { type: 'complete', step_id: 3 }, { steps: 'ddcap' })
    expectDecision(play, { type: 'decide', step_id: 4, option_id: 42 }, { steps: 'ddcca' })
  })

  it('can be undone', () => {
    const play = new Play(circle).start().complete(3).undo()
    expect(play.state.steps).toBe('ppapp')
  })
})

describe('a connection that resolves late', () => {
  it('changes nothing at a step that is already open or settled, and is on record', () => {
    const workflow = aWorkflow(
      [aDecision(1, [{ result_action: { goto_step: 4 } }, {}]), aStep(2), aStep(3), aStep(4)],
      [aConnection(2, 3), aConnection(3, 4)],
    )
    const play = new Play(workflow).start().choose(1, 11)
    expect(play.letters).toBe('crpa')
    play.complete(2, 3)
    expect(play.letters).toBe('ccca')
    expect(play.records.at(-1)!.events).toContainEqual({ type: 'arrived_late', connection_id: 304, step_id: 4 })
  })
})

describe('a failed branch', () => {
  it('leaves the others alone: the join opens when they arrive', () => {
    const workflow = aWorkflow(steps(4), [aConnection(1, 2), aConnection(1, 3), aConnection(2, 4), aConnection(3, 4)])
    const play = new Play(workflow).start().complete(1)
    expectDecision(play, { type: 'fail', step_id: 2, reason: 'split' }, { steps: 'cfap' })
    expectDecision(play, complete(3), { steps: 'cfca' })
  })
})
