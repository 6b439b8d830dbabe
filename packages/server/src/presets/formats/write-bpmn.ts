import type { Preset } from '@hidesync/domain/presets/preset'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import { extensionOf, hidesyncBpmn, stated, type Create, type Data } from './bpmn-extension.ts'
import { BpmnGraph, type BpmnFlow, type BpmnNode } from './bpmn-graph.ts'
import { layOut } from './bpmn-layout.ts'
import { leftOutOf } from './bpmn-left-out.ts'
import { FlowRouter } from './bpmn-routes.ts'
import { outcomeNode, stepNode } from './bpmn-ways.ts'
import { compiledPreset } from './compiled-preset.ts'
import { grouped } from './grouped.ts'
import { isoDuration } from './iso-duration.ts'
import { sheetWords } from './sheet-words.ts'

/** Documentation that is blank would not be read again. */
const hasWords = (text: string | null): text is string => text !== null && text.trim() !== ''

function stepData(step: StepDefinition, options: readonly Data[]): Data {
  const { id: _id, name: _name, parent_step_id, outcome_id, resources, instructions, ...rest } = step
  return stated({
    ...rest,
    instructions: hasWords(instructions) ? null : instructions,
    parent_step: parent_step_id === null ? null : stepNode(parent_step_id),
    outcome: outcome_id === null ? null : outcomeNode(outcome_id),
    resources: resources.map(({ resource_type, name, quantity, unit, is_optional, notes }) =>
      stated({ resource_type, name, quantity, unit, is_optional, notes }),
    ),
    decision_options: options,
  })
}

function workflowData(preset: Preset): Data {
  const { name: _name, description: _description, ...info } = preset.preset_info
  const { default_locale, has_multiple_outcomes, outcomes } = preset.workflow
  return stated({
    preset_info: stated(info),
    workflow: {
      default_locale,
      has_multiple_outcomes,
      outcomes: outcomes.map((outcome, index) => stated({ ...outcome, id: outcomeNode(index + 1) })),
    },
    left_out: leftOutOf(preset),
  })
}

const documentation = (create: Create, text: string | null) =>
  hasWords(text) && { documentation: [create('bpmn:Documentation', { text })] }

function elementOf(create: Create, { id, type, name, step, options, wait, is_drawing }: BpmnNode): ModdleElement {
  const data = step === undefined ? is_drawing && { is_drawing } : { step: stepData(step, options ?? []) }
  const timer = (minutes: number) =>
    create('bpmn:TimerEventDefinition', {
      id: `${id}_timer`,
      timeDuration: create('bpmn:FormalExpression', { body: isoDuration(minutes) }),
    })
  return create(`bpmn:${type}`, {
    id,
    ...(name !== '' && { name }),
    ...documentation(create, step?.instructions ?? null),
    ...(data && { extensionElements: extensionOf(create, data) }),
    ...(wait !== undefined && { eventDefinitions: [timer(wait)] }),
  })
}

function flowOf(create: Create, flow: BpmnFlow, elements: ReadonlyMap<string, ModdleElement>): ModdleElement {
  const { condition, data } = flow
  const text = typeof condition === 'string' ? condition : JSON.stringify(condition)
  return create('bpmn:SequenceFlow', {
    id: flow.id,
    ...(flow.name !== '' && { name: flow.name }),
    sourceRef: elements.get(flow.source),
    targetRef: elements.get(flow.target),
    ...(condition !== null && { conditionExpression: create('bpmn:FormalExpression', { body: text }) }),
    ...(data !== null && { extensionElements: extensionOf(create, data) }),
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
    const chooses = /(Exclusive|Inclusive)Gateway$/.test(elements.get(id)?.$type ?? '')
    if (standard !== undefined && chooses && entries.length > 1) set(elements.get(id), 'default', flows[standard.index])
  }
  for (const [id, entries] of byEnd('target')) set(elements.get(id), 'incoming', of(entries))
}

function diagram(create: Create, graph: BpmnGraph, process: ModdleElement): ModdleElement {
  const places = layOut(graph)
  const router = new FlowRouter(places)
  const elements = process['flowElements'] as readonly ModdleElement[]
  const byId = new Map(elements.map(element => [String(element['id']), element]))
  const shapes = graph.nodes.map(({ id }) =>
    create('bpmndi:BPMNShape', {
      id: `${id}_shape`,
      bpmnElement: byId.get(id),
      bounds: create('dc:Bounds', { ...places.get(id) }),
    }),
  )
  const edges = graph.flows.map(flow => {
    const waypoint = router.route(flow).map(point => create('dc:Point', { ...point }))
    return create('bpmndi:BPMNEdge', { id: `${flow.id}_edge`, bpmnElement: byId.get(flow.id), waypoint })
  })
  const plane = create('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: process, planeElement: [...shapes, ...edges] })
  return create('bpmndi:BPMNDiagram', { id: 'diagram', plane })
}

/**
 * The workflow as BPMN 2.0 XML, with a diagram. What BPMN has no word for stands in extension elements, and what it has no place for is named
 * there. `locale`: the language of the few words that are added.
 */
export async function writeBpmn(preset: Preset, locale: string): Promise<string> {
  const moddle = new BpmnModdle({ hidesync: hidesyncBpmn })
  const create: Create = (type, properties) => moddle.create(type, properties)
  const graph = new BpmnGraph(compiledPreset(preset), sheetWords(locale))
  const elements = new Map(graph.nodes.map(node => [node.id, elementOf(create, node)]))
  const flows = graph.flows.map(flow => flowOf(create, flow, elements))
  link(graph, flows, elements)
  const process = create('bpmn:Process', {
    id: 'workflow',
    name: preset.preset_info.name,
    isExecutable: false,
    ...documentation(create, preset.preset_info.description ?? preset.workflow.description),
    extensionElements: extensionOf(create, workflowData(preset)),
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
