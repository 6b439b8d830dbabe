import { describe, expect, it } from 'vitest'
import { aChain, aConnection, aStep, aWorkflow } from '../../testing/build-workflow.ts'
import type { PathDefinition, PathStep, WorkflowDefinition } from '../definition.ts'
import { workflowLimits } from '../limits.ts'
import { validateDefinition } from '../validate.ts'

const brief = (definition: WorkflowDefinition) =>
  validateDefinition(definition).map(({ code, severity, path, fatal }) =>
    [code, severity, path, ...(fatal ? ['fatal'] : [])].join(' '),
  )
const nested = (parents: Readonly<Record<number, number>>) => {
  const chain = aChain(4)
  return { ...chain, steps: chain.steps.map(step => ({ ...step, parent_step_id: parents[step.id] ?? null })) }
}
const at = (step_id: number, changes: Partial<PathStep> = {}): PathStep => ({
  step_id,
  step_order: step_id,
  is_optional: false,
  skip_condition: null,
  ...changes,
})
const aPath = (id: number, changes: Partial<PathDefinition> = {}): PathDefinition => ({
  id,
  name: `Path ${id}`,
  description: null,
  is_default: false,
  difficulty_level: null,
  estimated_duration: null,
  steps: [at(1), at(3)],
  ...changes,
})
const withPaths = (...paths: readonly PathDefinition[]) => ({ ...aChain(4), paths })

describe('steps within steps', () => {
  it('may be nested', () => {
    expect(brief(nested({ 2: 1, 3: 2, 4: 1 }))).toEqual([])
  })

  it('may not be part of themselves', () => {
    expect(brief(nested({ 2: 2 }))).toEqual(['WF-G08 error /steps/1/parent_step_id fatal'])
    expect(validateDefinition(nested({ 2: 2 }))[0]?.message).toMatch(/“Step 2” is its own parent/)
  })

  it('may not be part of themselves by way of others; the circle is told once', () => {
    expect(brief(nested({ 1: 2, 2: 3, 3: 1, 4: 1 }))).toEqual(['WF-G08 error /steps/0/parent_step_id fatal'])
  })
})

describe('named paths', () => {
  it('may leave steps out', () => {
    expect(brief(withPaths(aPath(1, { is_default: true }), aPath(2)))).toEqual([])
  })

  it.each<[string, PathDefinition, string]>([
    ['a missing step', aPath(1, { steps: [at(9)] }), 'WF-P01 error /paths/0/steps/0/step_id fatal'],
    [
      'a condition that can not be read',
      aPath(1, { steps: [at(1, { skip_condition: '{' })] }),
      'WF-P01 error /paths/0/steps/0/skip_condition fatal',
    ],
    ['a step twice', aPath(1, { steps: [at(1), at(2), at(1)] }), 'WF-P02 warning /paths/0/steps/2'],
    ['no name', aPath(1, { name: ' ' }), 'WF-P03 error /paths/0/name'],
    ['no steps', aPath(1, { steps: [] }), 'WF-P03 hint /paths/0/steps'],
  ])('tell of %s', (_, path, expected) => {
    expect(brief(withPaths(path))).toEqual([expected])
  })

  it('have one default, names and ids of their own', () => {
    const twins = withPaths(aPath(1, { is_default: true }), aPath(1, { is_default: true }))
    expect(brief(twins)).toEqual([
      'WF-P01 error /paths/1/id fatal',
      'WF-P03 warning /paths/1/name',
      'WF-P02 warning /paths/1/is_default',
    ])
  })
})

describe('size', () => {
  it('of 5,000 steps is allowed, and one more refused', () => {
    expect(brief(aChain(workflowLimits.steps + 1))).toEqual(['WF-L01 error /steps fatal'])
    expect(validateDefinition(aChain(5_001))[0]?.message).toBe(
      'The steps are 5,001, and at most 5,000 are allowed: split the workflow.',
    )
  })

  it('of a million connections is refused without looking at them', () => {
    const connection = aConnection(1, 2)
    const many = {
      ...aWorkflow([aStep(1), aStep(2)]),
      connections: Array.from({ length: 1_000_000 }, () => connection),
    }
    expect(brief(many)).toEqual(['WF-L01 error /connections fatal'])
  })
})

describe('names that are keys of every object', () => {
  it('are names like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const chain = aChain(4)
    const steps = chain.steps.map((step, index) => ({ ...step, name: names[index] ?? '' }))
    expect(brief({ ...chain, steps })).toEqual([])
  })
})
