import type { Preset, PresetStep } from '@hidesync/domain/presets/preset'
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { hidesyncBpmn } from './bpmn-extension.ts'
import { BpmnGraph, type BpmnFlow, type BpmnNode } from './bpmn-graph.ts'
import { layOut, wayPoints } from './bpmn-layout.ts'
import { isoDuration } from './iso-duration.ts'
import { grouped } from './grouped.ts'

type Create = (type: string, properties?: Readonly<Record<string, unknown>>) => ModdleElement

const stated = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== false))

function stepExtension(create: Create, step: PresetStep): ModdleElement {
  const note = (kind: string, text: string | null) => (text === null ? [] : [create('hidesync:Note', { kind, text })])
  return create('bpmn:ExtensionElements', {
    values: [
      create('hidesync:Step', {
        ...stated({ type: step.step_type, minutes: step.estimated_duration, milestone: step.is_milestone }),
        notes: [
          ...note('description', step.description),
          ...note('details', step.detailed_instructions),
          ...step.tips.flatMap(text => note('tip', text)),
          ...step.warnings.flatMap(text => note('warning', text)),
        ],
        resources: step.resources.map(({ resource_type, name, quantity, unit, is_optional, notes }) =>
          create(
            'hidesync:Resource',
            stated({ type: resource_type, name, quantity, unit, optional: is_optional, notes }),
          ),
        ),
      }),
    ],
  })
}

function elementOf(create: Create, { id, type, name, step, wait }: BpmnNode): ModdleElement {
  const timer =
    wait === undefined
      ? {}
      : {
          eventDefinitions: [
            create('bpmn:TimerEventDefinition', {
              id: `${id}_timer`,
              timeDuration: create('bpmn:FormalExpression', { body: isoDuration(wait) }),
            }),
          ],
        }
  return create(`bpmn:${type}`, {
    id,
    ...(name !== '' && { name }),
    ...(step?.instructions && { documentation: [create('bpmn:Documentation', { text: step.instructions })] }),
    ...(step && { extensionElements: stepExtension(create, step) }),
    ...timer,
  })
}

function flowOf(create: Create, flow: BpmnFlow, elements: ReadonlyMap<string, ModdleElement>): ModdleElement {
  const { condition, loop } = flow
  const text = typeof condition === 'string' ? condition : JSON.stringify(condition)
  return create('bpmn:SequenceFlow', {
    id: flow.id,
    ...(flow.name !== '' && { name: flow.name }),
    sourceRef: elements.get(flow.source),
    targetRef: elements.get(flow.target),
    ...(condition !== null && { conditionExpression: create('bpmn:FormalExpression', { body: text }) }),
    ...(loop !== null && {
      extensionElements: create('bpmn:ExtensionElements', { values: [create('hidesync:Loop', { times: loop })] }),
    }),
  })
}

/** The elements of the model are open objects that name each other; this is the one place that writes to them. */
const set = (element: ModdleElement | undefined, key: string, value: unknown): void => {
  if (element !== undefined) Object.assign(element, { [key]: value })
}

function link(graph: BpmnGraph, flows: readonly ModdleElement[], elements: ReadonlyMap<string, ModdleElement>): void {
  const byEnd = (end: 'source' | 'target') =>
    grouped(
      graph.flows.map((flow, index) => ({ flow, index })),
      ({ flow }) => flow[end],
    )
  const of = (entries: readonly { readonly index: number }[]) => entries.map(({ index }) => flows[index])
  for (const [id, entries] of byEnd('source')) {
    set(elements.get(id), 'outgoing', of(entries))
    const standard = entries.find(({ flow }) => flow.is_default && flow.condition === null)
    const type = graph.nodes.find(node => node.id === id)?.type ?? ''
    if (standard !== undefined && (type === 'ExclusiveGateway' || type === 'InclusiveGateway') && entries.length > 1)
      set(elements.get(id), 'default', flows[standard.index])
  }
  for (const [id, entries] of byEnd('target')) set(elements.get(id), 'incoming', of(entries))
}

function diagram(create: Create, graph: BpmnGraph, process: ModdleElement): ModdleElement {
  const places = layOut(graph.nodes, graph.flows)
  const elements = process['flowElements'] as readonly ModdleElement[]
  const byId = new Map(elements.map(element => [String(element['id']), element]))
  const shapes = graph.nodes.map(({ id }) =>
    create('bpmndi:BPMNShape', {
      id: `${id}_shape`,
      bpmnElement: byId.get(id),
      bounds: create('dc:Bounds', { ...places.get(id) }),
    }),
  )
  const edges = graph.flows.flatMap(flow => {
    const [from, to] = [places.get(flow.source), places.get(flow.target)]
    if (from === undefined || to === undefined) return []
    const waypoint = wayPoints(from, to, flow).map(point => create('dc:Point', { ...point }))
    return [create('bpmndi:BPMNEdge', { id: `${flow.id}_edge`, bpmnElement: byId.get(flow.id), waypoint })]
  })
  const plane = create('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: process, planeElement: [...shapes, ...edges] })
  return create('bpmndi:BPMNDiagram', { id: 'diagram', plane })
}

/** The workflow as BPMN 2.0 XML, with a diagram. What BPMN has no word for stands in extension elements. */
export async function writeBpmn({ preset_info, workflow }: Preset): Promise<string> {
  const moddle = new BpmnModdle({ hidesync: hidesyncBpmn })
  const create: Create = (type, properties) => moddle.create(type, properties)
  const graph = new BpmnGraph(workflow)
  const elements = new Map(graph.nodes.map(node => [node.id, elementOf(create, node)]))
  const flows = graph.flows.map(flow => flowOf(create, flow, elements))
  link(graph, flows, elements)
  const { description } = preset_info
  const process = create('bpmn:Process', {
    id: 'workflow',
    name: preset_info.name,
    isExecutable: false,
    ...(description !== null && { documentation: [create('bpmn:Documentation', { text: description })] }),
    flowElements: [...elements.values(), ...flows],
  })
  const definitions = create('bpmn:Definitions', {
    id: 'definitions',
    targetNamespace: hidesyncBpmn.uri,
    exporter: 'HideSync Workflows',
    rootElements: [process],
    diagrams: [diagram(create, graph, process)],
  })
  const { xml } = await moddle.toXML(definitions, { format: true })
  return xml
}
