import { describe, expect, it } from 'vitest'
import { checkPreset } from '../presets/check-preset.ts'
import { emptyDefinition, type WorkflowDefinition } from './definition.ts'
import { publishingProblems } from './publishing.ts'

const step = (id: number, more: object = {}) => ({
  id,
  name: `Step ${id}`,
  step_type: 'instruction',
  instructions: 'Do it.',
  estimated_duration: 5,
  ...more,
})

/** A graph as an import would make it. */
function graph(
  steps: readonly object[],
  outcomes: readonly object[] = [{ name: 'Done', is_default: true }],
): WorkflowDefinition {
  const connections = steps.slice(1).map((_, i) => ({ source_step: i + 1, target_step: i + 2 }))
  const checked = checkPreset({ preset_info: { name: 'x' }, workflow: { steps, connections, outcomes } })
  if (!checked.ok) throw new Error(checked.errors[0]?.message)
  return checked.definition
}

describe('publishingProblems', () => {
  it('finds nothing in a whole workflow', () => {
    const definition = graph([step(1), step(2, { step_type: 'outcome', instructions: null, estimated_duration: null })])
    expect(publishingProblems({ description: 'A test piece.' }, definition)).toEqual([])
  })

  it('asks for everything that is missing at once', () => {
    const definition = graph([step(1, { instructions: ' ' }), step(2, { estimated_duration: null })], [])
    expect(publishingProblems({ description: '' }, definition).slice(0, 4)).toEqual([
      { path: '/description', code: 'publish.description', message: 'Write a description of what one makes.' },
      { path: '/outcomes', code: 'publish.outcome', message: expect.stringContaining('at least one outcome') },
      { path: '/steps/0/instructions', code: 'publish.instructions', message: 'Write instructions for step “Step 1”.' },
      {
        path: '/steps/1/estimated_duration',
        code: 'publish.duration',
        message: 'Say how many minutes step “Step 2” takes.',
      },
    ])
  })

  it('asks no instructions or time of a decision, a milestone or an outcome', () => {
    const bare = { instructions: null, estimated_duration: null }
    const definition = graph([
      step(1),
      step(2, { step_type: 'milestone', ...bare }),
      step(3, { step_type: 'outcome', ...bare }),
    ])
    expect(publishingProblems({ description: 'x' }, definition)).toEqual([])
  })

  it('passes on what the validation calls an error', () => {
    const option = { option_text: 'Only way', result_action: { set_variable: { a: 1 } } }
    const decision = step(2, { step_type: 'decision', decision_options: [option] })
    const codes = publishingProblems({ description: 'x' }, graph([step(1), decision, step(3)])).map(({ code }) => code)
    expect(codes).toContain('WF-D01')
  })

  it('passes on each error that it is told of, warnings and hints not', () => {
    const definition = graph([step(1), step(2, { step_type: 'outcome' })])
    const finding = (code: string, severity: 'error' | 'warning' | 'hint') => ({
      code,
      severity,
      path: '/steps/0',
      message: code,
    })
    const findings = [finding('WF-R03', 'error'), finding('WF-T01', 'warning'), finding('WF-X01', 'hint')]
    expect(publishingProblems({ description: 'x' }, definition, findings)).toEqual([
      { path: '/steps/0', code: 'WF-R03', message: 'WF-R03' },
    ])
  })

  it('says that there are no steps', () => {
    const problems = publishingProblems({ description: 'x' }, emptyDefinition)
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ['/outcomes', 'publish.outcome'],
      ['/steps', 'WF-G01'],
    ])
  })
})
