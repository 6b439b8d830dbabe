import type { ModdleElement } from 'bpmn-moddle'
import { minutesOf } from '../formats/iso-duration.ts'
import { parseBpmn, refuseLooseFlows } from './bpmn-document.ts'
import { bpmnConnections, type BpmnStep, type Flows } from './bpmn-connections.ts'
import { asName, LeftOut, unreadable, type ReadSource } from './source.ts'

const elements = (value: unknown): readonly ModdleElement[] => (Array.isArray(value) ? (value as ModdleElement[]) : [])
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

const labelOf = (element: ModdleElement): string => {
  const type = element.$type.replace(/^\w+:/, '')
  return `${type} ${text(element['name']) === null ? (text(element['id']) ?? '') : `“${String(element['name']).slice(0, 60)}”`}`.trim()
}

const documentation = (element: ModdleElement): string | null => {
  const texts = elements(element['documentation']).flatMap(part => text(part['text']) ?? [])
  return texts.length === 0 ? null : texts.join('\n\n')
}

function timerMinutes(element: ModdleElement): number | null {
  const timer = elements(element['eventDefinitions']).find(({ $type }) => $type === 'bpmn:TimerEventDefinition')
  const duration = timer?.['timeDuration'] as ModdleElement | undefined
  return minutesOf(text(duration?.['body']) ?? '')
}

/** What we wrote into the extension elements of our own files. */
function extensionOf(element: ModdleElement): Record<string, unknown> {
  const values = elements((element['extensionElements'] as ModdleElement | undefined)?.['values'])
  const step = values.find(({ $type }) => $type === 'hidesync:Step')
  if (step === undefined) return {}
  const notes = (kind: string) =>
    elements(step['notes']).flatMap(note => (note['kind'] === kind ? (text(note['text']) ?? []) : []))
  return {
    ...(text(step['type']) !== null && { step_type: step['type'] }),
    ...(typeof step['minutes'] === 'number' && { estimated_duration: step['minutes'] }),
    is_milestone: step['milestone'] === true,
    description: notes('description')[0] ?? null,
    detailed_instructions: notes('details')[0] ?? null,
    tips: notes('tip'),
    warnings: notes('warning'),
    resources: elements(step['resources']).map(resource => ({
      resource_type: resource['type'],
      name: resource['name'],
      quantity: resource['quantity'] ?? null,
      unit: resource['unit'] ?? null,
      is_optional: resource['optional'] === true,
      notes: resource['notes'] ?? null,
    })),
  }
}

/** A step for each thing that somebody does, waits for or decides; null for what only leads the flow. */
function stepOf(element: ModdleElement, leaving: number): BpmnStep | null {
  const name = asName(text(element['name']) ?? '', '')
  const common = { instructions: documentation(element), ...extensionOf(element) }
  switch (element.$type) {
    case 'bpmn:Task':
    case 'bpmn:UserTask':
    case 'bpmn:ManualTask':
    case 'bpmn:ServiceTask':
    case 'bpmn:ScriptTask':
    case 'bpmn:BusinessRuleTask':
    case 'bpmn:SendTask':
    case 'bpmn:ReceiveTask':
    case 'bpmn:CallActivity':
    case 'bpmn:SubProcess':
    case 'bpmn:Transaction':
    case 'bpmn:AdHocSubProcess':
      return { element, fields: { name: name || 'Task', step_type: 'instruction', ...common } }
    case 'bpmn:IntermediateCatchEvent': {
      const minutes = timerMinutes(element)
      const lag = /^wait_\d+$/.test(String(element['id'])) && name === ''
      return minutes === null || lag
        ? null
        : { element, fields: { name: name || 'Wait', step_type: 'time', estimated_duration: minutes, ...common } }
    }
    case 'bpmn:EndEvent':
    case 'bpmn:IntermediateThrowEvent':
      return name === '' ? null : { element, fields: { name, step_type: 'outcome', outcome: name, ...common } }
    case 'bpmn:ExclusiveGateway':
      return leaving > 1 && name !== '' ? { element, fields: { name, step_type: 'decision', ...common } } : null
    default:
      return null
  }
}

const carried = new Set([
  'bpmn:StartEvent',
  'bpmn:SequenceFlow',
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:EndEvent',
])

function tellLeftOut(
  left: LeftOut,
  root: readonly ModdleElement[],
  process: ModdleElement,
  kept: ReadonlySet<ModdleElement>,
): void {
  const add = (element: ModdleElement, why: string) =>
    left.add(`#${text(element['id']) ?? ''}`, `${labelOf(element)} ${why}.`)
  for (const element of root)
    if (element !== process) add(element, 'is not part of the process that was read, and was left out')
  for (const element of elements(process['flowElements'])) {
    if (kept.has(element)) {
      const inner = elements(element['flowElements']).length
      if (inner > 0) add(element, `became one step; the ${inner} elements in it were left out`)
      if (element['loopCharacteristics'] !== undefined) add(element, 'is done once: its repetition was left out')
    } else if (!carried.has(element.$type) && !/^wait_\d+$/.test(String(element['id'])))
      add(element, 'has no place in a workflow and was left out')
  }
  for (const key of ['laneSets', 'artifacts'])
    for (const element of elements(process[key])) add(element, 'has no place in a workflow and was left out')
}

function flowsOf(process: ModdleElement): Flows {
  const flows = new Map<ModdleElement, ModdleElement[]>()
  for (const flow of elements(process['flowElements'])) {
    const source = flow['sourceRef'] as ModdleElement | undefined
    if (flow.$type !== 'bpmn:SequenceFlow' || source === undefined || flow['targetRef'] === undefined) continue
    const leaving = flows.get(source)
    if (leaving === undefined) flows.set(source, [flow])
    else leaving.push(flow)
  }
  return flows
}

/** Reads the process of a BPMN 2.0 file: tasks, timers, gateways, ends and flows; what else it holds is listed as left out. */
export async function readBpmn(xml: string): Promise<ReadSource> {
  const { rootElement, warnings } = await parseBpmn(xml)
  const root = elements(rootElement['rootElements'])
  const process = root.find(element => element.$type === 'bpmn:Process' && elements(element['flowElements']).length > 0)
  if (process === undefined) throw unreadable('The BPMN file holds no process with elements in it.')
  refuseLooseFlows(elements(process['flowElements']))
  const left = new LeftOut()
  for (const { message } of warnings)
    left.add('', `The reader of BPMN says: ${message.split('\n', 1)[0]?.slice(0, 200) ?? ''}.`)
  const flows = flowsOf(process)
  const steps = elements(process['flowElements']).flatMap(
    element => stepOf(element, flows.get(element)?.length ?? 0) ?? [],
  )
  tellLeftOut(left, root, process, new Set(steps.map(({ element }) => element)))
  const { parts, connections } = bpmnConnections(steps, flows, left)
  const name = asName(text(process['name']) ?? '', 'Imported process')
  const ends = [
    ...new Set(steps.flatMap(({ fields }) => (typeof fields['outcome'] === 'string' ? [fields['outcome']] : []))),
  ]
  const outcomes = (ends.length === 0 ? [name] : ends).map((end, index) => ({
    id: `outcome ${index + 1}`,
    name: end,
    is_default: index === 0,
  }))
  const description = documentation(process)
  const value = {
    preset_info: { name, description: description?.slice(0, 2000) ?? null },
    workflow: { name, steps: parts, connections, outcomes },
    metadata: { imported_from: 'BPMN 2.0' },
  }
  return { value, warnings: left.list() }
}
