import { definitionToPreset } from '@hidesync/domain/presets/definition-to-preset'
import { aLargeWorkflow } from '@hidesync/domain/testing/large-workflow'

export interface LargeFile {
  readonly type: string
  readonly text: string
}

const said =
  'Lay the part grain side up on the mat. Mark the line with the wing divider, 4 mm from the edge; go over it once more where the leather is soft.'

function json(steps: number, name: string): string {
  const workflow = {
    id: 1,
    name,
    description: said,
    difficulty_level: null,
    estimated_duration: null,
    tags: [],
    category: null,
    default_locale: 'en',
    has_multiple_outcomes: false,
    metadata: {},
    required_resources: null,
    translations: {},
    theme: null,
  }
  return JSON.stringify(definitionToPreset(workflow, aLargeWorkflow(steps), '2030-01-01T00:00:00Z'))
}

function bpmn(steps: number, name: string): string {
  const tasks = Array.from(
    { length: steps },
    (_, n) => `<userTask id="t${n}" name="Part ${n}"><documentation>${said}</documentation></userTask>
<sequenceFlow id="f${n}" sourceRef="${n === 0 ? 'start' : `t${n - 1}`}" targetRef="t${n}"/>`,
  )
  return `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="https://example.org">
<process id="p" name="${name}"><startEvent id="start"/>${tasks.join('\n')}</process></definitions>`
}

function html(steps: number, name: string): string {
  const step = Array.from({ length: steps }, (_, n) => ({ '@type': 'HowToStep', name: `Part ${n}`, text: said }))
  const data = JSON.stringify({ '@context': 'https://schema.org', '@type': 'HowTo', name, step })
  return `<!doctype html><title>${name}</title><script type="application/ld+json">${data}</script><h1>${name}</h1>`
}

/** Files of so many steps, each as its makers would write it. */
export const largeFiles = (steps: number, name: string): Readonly<Record<'json' | 'bpmn' | 'html', LargeFile>> => ({
  json: { type: 'application/json', text: json(steps, name) },
  bpmn: { type: 'application/bpmn+xml', text: bpmn(steps, name) },
  html: { type: 'text/html', text: html(steps, name) },
})
