import { describe, expect, it } from 'vitest'
import { aChain, aStep, aTool, aWorkflow } from '../../testing/build-workflow.ts'
import type { WorkflowDefinition } from '../definition.ts'
import type { Finding } from '../finding.ts'
import { applyFix } from '../fix.ts'
import { validateDefinition } from '../validate.ts'
import type { ValidationContext } from './context.ts'

const found = (definition: WorkflowDefinition, code: string, context?: ValidationContext): Finding[] =>
  validateDefinition(definition, context).filter(finding => finding.code === code)

describe('what surrounds the definition', () => {
  const material = { ...aTool(1), resource_type: 'material' as const, name: null, dynamic_material_id: 7, unit: 'ml' }
  const definition = { ...aChain(2), steps: [aStep(1, { resources: [material] }), aStep(2)] }
  const glue = (unit: string, state: 'usable' | 'deleted' = 'usable'): ValidationContext => ({
    resource: (type, id) => (type === 'material' && id === 7 ? { name: 'Hide Glue', unit, state } : null),
  })

  it('is left out where it is not given', () => {
    expect(validateDefinition(definition)).toEqual([])
  })

  it('tells of units that do not convert', () => {
    expect(found(definition, 'WF-R02', glue('l'))).toEqual([])
    expect(found(definition, 'WF-R02', glue('kg')).map(({ message }) => message)).toEqual([
      '“Step 1” needs the material “Hide Glue” in ml, but it is kept in kg, and the one does not convert to the other: state the quantity in kg.',
    ])
  })

  it('tells of what was deleted, and keeps its name', () => {
    const [finding] = found(definition, 'WF-R03', glue('l', 'deleted'))
    expect(finding).toMatchObject({ severity: 'error', path: '/steps/0/resources/0/dynamic_material_id' })
    const fixed = applyFix(definition, finding!.fix!)
    expect(fixed.steps[0]?.resources[0]).toMatchObject({ name: 'Hide Glue', dynamic_material_id: null })
  })

  it('tells of languages that lack texts', () => {
    const locales = [
      { locale: 'de', missing: 0 },
      { locale: 'fr', missing: 3 },
    ]
    expect(found(definition, 'WF-T01', { locales }).map(({ message }) => message)).toEqual([
      'The translation into “fr” lacks 3 texts: readers see the original there.',
    ])
  })

  it('passes on what the handler of a step type says', () => {
    const stepType: ValidationContext['stepType'] = ({ id }) =>
      id === 2 ? [{ severity: 'error', field: 'condition_logic', message: 'The inspection lists no points.' }] : []
    const told = found(definition, 'WF-X01', { stepType }).map(({ severity, path, certainty }) => [
      severity,
      path,
      certainty,
    ])
    expect(told).toEqual([['error', '/steps/1/condition_logic', undefined]])
  })

  it.each([
    ['![](cut.png)', 1],
    ['![The cut from above](cut.png)', 0],
    ['Look: <img src="cut.png">', 1],
    ['<img alt="" src=x>', 1],
    ['<IMG src=x alt="The cut">', 0],
    ['if a < b ![', 0],
  ])('asks for a text beside an image: %s', (instructions, count) => {
    expect(found(aWorkflow([aStep(1, { instructions })]), 'WF-A01')).toHaveLength(count)
  })
})
