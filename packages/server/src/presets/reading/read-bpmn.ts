import { textLimits, textProblem } from '@hidesync/domain/presets/text-rules'
import type { ModdleElement } from 'bpmn-moddle'
import { dataOf, fieldsOf, type Data } from '../formats/bpmn-extension.ts'
import { minutesOf } from '../formats/iso-duration.ts'
import { parseBpmn, refuseLooseFlows } from './bpmn-document.ts'
import { BpmnConnections, type BpmnStep } from './bpmn-connections.ts'
import type { Flows } from './bpmn-flows.ts'
import { asName, clipped, LeftOut, unreadable, type ReadSource } from './source.ts'

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

/** A name as it is written where that can be a name, else as near to it as may be. */
const nameOf = (element: ModdleElement): string => {
  const name = text(element['name']) ?? ''
  return name.length <= textLimits.name && textProblem(name, 'one line') === null ? name : asName(name, '')
}

/** What a step of one's own file is, or what the kind of the element says of it. */
function stepOf(element: ModdleElement, leaving: number): BpmnStep | null {
  const fields = (step_type: string, otherwise: string, more: Data = {}): BpmnStep => ({
    element,
    fields: { name: nameOf(element) || otherwise, step_type, instructions: documentation(element), ...more },
  })
  const own = dataOf(element)
  if (own?.['is_drawing'] === true) return null
  const step = fieldsOf(own?.['step'])
  if (step !== null) return fields('instruction', 'Step', step)
  const name = nameOf(element)
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
      return fields('instruction', 'Task')
    case 'bpmn:IntermediateCatchEvent': {
      const minutes = timerMinutes(element)
      return minutes === null ? null : fields('time', 'Wait', { estimated_duration: minutes })
    }
    case 'bpmn:EndEvent':
    case 'bpmn:IntermediateThrowEvent':
      return name === '' ? null : fields('outcome', '', { outcome: name })
    case 'bpmn:ExclusiveGateway':
      return leaving > 1 && name !== '' ? fields('decision', '') : null
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
    } else if (!carried.has(element.$type) && dataOf(element)?.['is_drawing'] !== true)
      add(element, 'has no place in a workflow and was left out')
  }
  for (const key of ['laneSets', 'artifacts'])
    for (const element of elements(process[key])) add(element, 'has no place in a workflow and was left out')
}

/** What the writer of the file had to leave out, by its names. */
function tellOmitted(left: LeftOut, omitted: unknown): void {
  for (const [what, names] of Object.entries(fieldsOf(omitted) ?? {})) {
    const list = (Array.isArray(names) ? names : []).map(one => `“${String(one).slice(0, 60)}”`)
    left.add(
      '',
      `BPMN has no place for ${what.slice(0, 60)} (${list.slice(0, 20).join(', ')}): JSON and YAML keep everything.`,
    )
  }
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
  if (process === undefined) throw unreadable('The BPMN file holds no process with elements in it.', 'no_bpmn')
  refuseLooseFlows(elements(process['flowElements']))
  const left = new LeftOut()
  for (const { message } of warnings)
    left.add('', `The reader of BPMN says: ${message.split('\n', 1)[0]?.slice(0, 200) ?? ''}.`)
  const flows = flowsOf(process)
  const steps = elements(process['flowElements']).flatMap(
    element => stepOf(element, flows.get(element)?.length ?? 0) ?? [],
  )
  tellLeftOut(left, root, process, new Set(steps.map(({ element }) => element)))
  const { parts, connections } = new BpmnConnections(steps, flows, left)
  const name = nameOf(process) || 'Imported process'
  const own = dataOf(process) ?? {}
  tellOmitted(left, own['left_out'])
  const ends = [
    ...new Set(steps.flatMap(({ fields }) => (typeof fields['outcome'] === 'string' ? [fields['outcome']] : []))),
  ]
  const described = fieldsOf(own['workflow']) ?? {}
  const listed = described['outcomes']
  const known = Array.isArray(listed) ? (listed as readonly unknown[]).map(one => fieldsOf(one) ?? {}) : null
  const added = ends.filter(end => known?.every(({ id, name: called }) => id !== end && called !== end) ?? true)
  const found = known === null && added.length === 0 ? [name] : added
  const outcomes = [
    ...(known ?? []),
    ...found.map((end, index) => ({ name: end, is_default: known === null && index === 0 })),
  ]
  const description = clipped(documentation(process) ?? '', textLimits.description) || null
  const value = {
    preset_info: { name, description, ...fieldsOf(own['preset_info']) },
    workflow: { name, ...described, outcomes, steps: parts, connections },
    metadata: { imported_from: 'BPMN 2.0' },
  }
  return { value, warnings: left.list() }
}
