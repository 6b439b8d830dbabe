import { describe, expect, it } from 'vitest'
import { aDecision, aStep, aWorkflow } from '../testing/build-workflow.ts'
import { builtInStepTypes, type StepResource } from '../workflows/definition.ts'
import { validateDefinition } from '../workflows/validate.ts'
import { builtInHandlers } from './built-in.ts'
import { readCustomStepType } from './read-custom.ts'
import { StepTypeRegistry } from './registry.ts'
import { isStepData } from './step-data.ts'
import type { CustomStepType, StepContext } from './step-type.ts'

const context: StepContext = {
  execution_id: 1,
  workflow_id: 1,
  execution_data: {},
  quantity: 1,
  decision_made: false,
  data: {},
  locale: 'en',
}

const resource = (name: string, changes: Partial<StepResource> = {}): StepResource => ({
  id: 1,
  resource_type: 'tool',
  name,
  dynamic_material_id: null,
  tool_id: null,
  documentation_id: null,
  quantity: null,
  unit: null,
  notes: null,
  is_optional: false,
  ...changes,
})

const photo: CustomStepType = {
  code: 'photo',
  icon: 'camera',
  texts: { en: { display_text: 'Photograph', description: null } },
  form: { type: 'object' },
  dataKeys: ['photo_angle'],
  validate: step =>
    step.tips.length === 0 ? [{ field: 'tips', message: 'say how to light the piece.', severity: 'error' }] : [],
  guidance: step => ({ primary_guidance: `Photograph ${step.name}`, tips: [], warnings: [] }),
  canComplete: (_, { data }) => data['taken'] === true || 'Take the photograph first.',
}

describe('the handlers of the system', () => {
  it('each guide through a step in all four languages, with the tips and warnings of its author and no others', () => {
    for (const code of builtInStepTypes) {
      const own = { tips: ['Mine.'], warnings: ['Hot!'], instructions: 'Do it well.', resources: [resource('Knife')] }
      const step = aStep(1, { step_type: code, ...own })
      for (const locale of ['en', 'de-CH', 'fr', 'es', 'it']) {
        const { primary_guidance, tips, warnings } = builtInHandlers[code].guidance(step, { ...context, locale })
        expect(primary_guidance).toContain('Do it well.')
        expect(tips).toEqual(['Mine.'])
        expect(warnings).toEqual(['Hot!'])
      }
      expect(builtInHandlers[code]).toMatchObject({ code, form: { type: 'object' } })
    }
  })

  it('have tips of their own where the author wrote none, in the language of whoever reads', () => {
    for (const code of builtInStepTypes) {
      const tipsIn = (locale: string) =>
        builtInHandlers[code].guidance(aStep(1, { step_type: code, tips: [] }), { ...context, locale }).tips
      const hasTip = !['decision', 'milestone', 'documentation'].includes(code)
      const said = ['en', 'de', 'fr', 'es'].flatMap(tipsIn)
      expect(new Set(said).size, code).toBe(hasTip ? 4 : 0)
    }
  })

  it('name materials, tools and options, in the language of whoever reads', () => {
    const cut = aStep(1, {
      step_type: 'material',
      resources: [
        resource('Leather', { resource_type: 'material', quantity: 2, unit: 'sq_ft' }),
        resource('Thread', { resource_type: 'material' }),
      ],
    })
    expect(builtInHandlers.material.guidance(cut, { ...context, locale: 'de' }).primary_guidance).toBe(
      'Lege bereit: Leather (2 sq_ft) und Thread. Do it.',
    )
    const choose = aDecision(2, [{ option_text: 'Oil' }, { option_text: 'Wax' }])
    expect(builtInHandlers.decision.guidance(choose, context)).toMatchObject({
      primary_guidance: 'Choose Oil or Wax. Do it.',
      options: [{ option_text: 'Oil' }, { option_text: 'Wax' }],
    })
  })

  it('warn of the tools and materials that a step names, once each', () => {
    const warningsOf = (locale: string, ...names: string[]) => {
      const step = aStep(1, { resources: names.map(name => resource(name)) })
      return builtInHandlers.tool.guidance(step, { ...context, locale }).warnings
    }
    expect(warningsOf('en', 'Utility knife', 'Skiving blade')).toEqual([
      'Think where the edge would go if it slipped, and keep your fingers out of its way.',
    ])
    expect(warningsOf('de', 'Stechbeitel')).toEqual([
      'Überlege, wohin die Klinge rutschen könnte, und halte die Finger aus ihrem Weg.',
    ])
    expect(warningsOf('en', 'Folding rule', 'Chessboard', 'Seesaw oil')).toEqual([])
    expect(warningsOf('en', 'Essential Oil', 'Acid-free paper', 'Rivet anvil')).toEqual([])
    expect(warningsOf('de', 'Säurefreies Papier', 'Natron')).toEqual([])
    expect(warningsOf('en', 'Citric acid')).toHaveLength(1)
    const book = aStep(1, { resources: [resource('Knife making', { resource_type: 'documentation' })] })
    expect(builtInHandlers.tool.guidance(book, context).warnings).toEqual([])
  })

  it('say what keeps a check or a decision from being complete', () => {
    const check = aStep(1, { step_type: 'quality_check' })
    expect(builtInHandlers.quality_check.canComplete(check, context)).toContain('passed or failed')
    expect(builtInHandlers.quality_check.canComplete(check, { ...context, data: { verdict: 'pass' } })).toBe(true)
    const choose = aDecision(2, [{}])
    expect(builtInHandlers.decision.canComplete(choose, context)).toContain('choose one')
    expect(builtInHandlers.decision.canComplete(choose, { ...context, decision_made: true })).toBe(true)
  })
})

describe('the registry', () => {
  it('refuses a second handler for a type', () => {
    expect(() => new StepTypeRegistry([photo, photo])).toThrow('two handlers')
    expect(() => new StepTypeRegistry([{ ...photo, code: 'tool' }])).toThrow('step type of the system')
  })

  it('lets a type without a handler behave as an instruction', () => {
    expect(new StepTypeRegistry().handler('photo')).toBe(builtInHandlers.instruction)
  })

  it('shows in a validation what a type finds, with its severity and place', () => {
    const registry = new StepTypeRegistry([photo])
    const workflow = aWorkflow([aStep(1, { step_type: 'photo', name: 'Front' })])
    const findings = validateDefinition(workflow, { stepType: step => registry.problemsOf(step) })
    expect(findings.filter(({ code }) => code === 'WF-X01')).toEqual([
      {
        code: 'WF-X01',
        severity: 'error',
        path: '/steps/0/tips',
        step_id: 1,
        message: 'Say how to light the piece.',
      },
    ])
  })

  it('survives a handler that fails, and says so', () => {
    const fails = () => {
      throw new Error('no light')
    }
    const broken = new StepTypeRegistry([{ ...photo, validate: fails, guidance: fails, canComplete: fails }])
    const step = aStep(1, { step_type: 'photo' })
    expect(broken.problemsOf(step)[0]).toMatchObject({ severity: 'warning', field: 'step_type' })
    expect(broken.guidance(step, context).primary_guidance).toBe('Do it.')
    expect(broken.canComplete(step, context)).toContain('no light')
  })
})

describe('reading what a module brings', () => {
  const problemOf = (changes: Record<string, unknown>) => {
    const read = readCustomStepType({ ...photo, ...changes })
    return read.ok ? null : read.problem
  }

  it('takes a handler that has everything', () => {
    expect(readCustomStepType(photo)).toEqual({ ok: true, type: photo })
  })

  it('says of one that lacks something what it is', () => {
    expect(readCustomStepType(null)).toEqual({ ok: false, problem: 'it is no object' })
    expect(problemOf({ code: 'Photo!' })).toContain('“code” has to be a name')
    expect(problemOf({ code: 'time' })).toBe('the code “time” is one of the system’s')
    expect(problemOf({ icon: '' })).toContain('icon')
    expect(problemOf({ form: { type: 'string' } })).toContain('JSON Schema')
    expect(problemOf({ validate: undefined })).toBe('“validate” has to be a function')
    expect(problemOf({ texts: { de: { display_text: 'Foto' } } })).toContain('texts.en')
    expect(problemOf({ texts: { en: { display_text: 'Photo' }, de: {} } })).toBe('“texts.de” has no display_text')
    expect(problemOf({ dataKeys: ['angle'] })).toContain('has to begin with “photo_”')
  })

  it('tries its functions, and says which gives something else', () => {
    expect(problemOf({ validate: () => Promise.resolve([]) })).toContain('validate() has to give a list')
    expect(problemOf({ validate: () => [{ message: 'odd' }] })).toContain('{field, message, severity')
    expect(problemOf({ guidance: () => 'Go.' })).toContain('guidance() has to give')
    expect(problemOf({ canComplete: () => false })).toContain('canComplete() has to give true')
    expect(
      problemOf({
        guidance: () => {
          throw new Error('no film')
        },
      }),
    ).toBe('it failed when tried on a plain step: no film')
  })
})

it('keys of a custom type are data for its steps alone; the system’s types own no names', () => {
  expect(isStepData('photo', 'photo_angle')).toBe(true)
  expect(isStepData('instruction', 'photo_angle')).toBe(false)
  expect(isStepData('time', 'time_of_day')).toBe(false)
  expect(isStepData('time', 'step_data')).toBe(true)
})
