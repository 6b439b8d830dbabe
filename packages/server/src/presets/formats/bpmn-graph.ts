import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import type { JsonSource, StepDefinition } from '@hidesync/domain/workflows/definition'
import type { Data } from './bpmn-extension.ts'
import { BpmnWays, outcomeNode, stepNode, type Way } from './bpmn-ways.ts'
import type { SheetWords } from './sheet-words.ts'

export interface BpmnNode {
  readonly id: string
  /** Without its prefix: `UserTask` is `bpmn:userTask`. */
  readonly type:
    | 'StartEvent'
    | 'EndEvent'
    | 'UserTask'
    | 'IntermediateCatchEvent'
    | 'IntermediateThrowEvent'
    | 'ExclusiveGateway'
    | 'InclusiveGateway'
    | 'ParallelGateway'
  readonly name: string
  /** The step that it stands for; gateways and waits in between stand for none. */
  readonly step?: StepDefinition
  /** The step's options that no flow stands for. */
  readonly options?: readonly Data[]
  /** Minutes of a timer. */
  readonly wait?: number
  /** Drawn beside the steps, and read as nothing: an end that only names an outcome, a wait on a way. */
  readonly is_drawing?: true
  /** Of what stands for no step: the node that it belongs to, and whether it comes before or after that. */
  readonly beside?: { readonly id: string; readonly side: 'before' | 'after' }
}

export interface BpmnFlow {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly name: string
  readonly condition: JsonSource | null
  readonly is_default: boolean
  readonly goes_back: boolean
  /** What the flow stands for; null: it only joins what was drawn. */
  readonly data: Data | null
}

const onward = ({ goes_back }: Way): boolean => !goes_back

function typeOf({ kind, definition, outcome_id }: CompiledStep, ways: readonly Way[]): BpmnNode['type'] {
  if (kind === 'decision')
    return ways.filter(onward).every(({ is_choice }, _at, all) => is_choice || all.length === 1)
      ? 'ExclusiveGateway'
      : 'InclusiveGateway'
  if (definition.step_type === 'time') return 'IntermediateCatchEvent'
  if (outcome_id !== null) return ways.length > 0 ? 'IntermediateThrowEvent' : 'EndEvent'
  return 'UserTask'
}

/** The workflow as nodes and flows of BPMN: what runs side by side, waits for each other or excludes each other gets its gateways. */
export class BpmnGraph {
  readonly nodes: BpmnNode[] = []
  readonly flows: BpmnFlow[] = []
  /** Where flows enter a step: `on` after all others were awaited, `back` without. */
  readonly #entries = new Map<string, { readonly on: string; readonly back: string }>()

  constructor(workflow: CompiledWorkflow, words: SheetWords) {
    const ways = new BpmnWays(workflow, words)
    const steps = workflow.definition.steps.flatMap(({ id }) => workflow.compiledStep(id) ?? [])
    const leaving = steps.map(step => {
      const left = ways.leaving(step)
      return { step, ...left, type: typeOf(step, left.ways) }
    })
    const first = workflow.initial.flatMap(index => workflow.steps[index] ?? []).map(({ id }) => stepNode(id))
    const all = leaving.flatMap(one => one.ways)
    const coming = new Map<string, number>(first.map(id => [id, 1]))
    for (const { target } of all.filter(onward)) coming.set(target, (coming.get(target) ?? 0) + 1)
    const returnedTo = new Set(all.filter(({ goes_back }) => goes_back).map(({ target }) => target))

    const start = this.#addStart(first)
    for (const { step, type, kept } of leaving) {
      const id = stepNode(step.id)
      const wait = type === 'IntermediateCatchEvent' ? { wait: step.definition.estimated_duration ?? 0 } : {}
      this.nodes.push({ id, type, name: step.definition.name, step: step.definition, options: kept, ...wait })
      this.#addEntry(id, coming.get(id) ?? 0, returnedTo.has(id))
    }
    for (const id of first) this.#addFlow(start, this.#entryOf(id))
    for (const { step, type, ways: own } of leaving) this.#addExits(stepNode(step.id), type, own)
    for (const { id, name } of workflow.definition.outcomes) this.#addEnd(outcomeNode(id), { name, is_drawing: true })
    this.#addEnd('end', { name: '' })
  }

  #addFlow(source: string, target: string, more: Partial<BpmnFlow> = {}): void {
    const id = `flow_${this.flows.length + 1}`
    const plain = { name: '', condition: null, is_default: false, goes_back: false, data: null }
    this.flows.push({ ...plain, ...more, id, source, target })
  }

  #addNode(id: string, type: BpmnNode['type'], beside: NonNullable<BpmnNode['beside']>): string {
    this.nodes.push({ id, type, name: '', beside })
    return id
  }

  #entryOf(target: string, goesBack = false): string {
    return this.#entries.get(target)?.[goesBack ? 'back' : 'on'] ?? target
  }

  /** What the first steps are reached from. */
  #addStart(first: readonly string[]): string {
    const [id = ''] = first
    const fork = first.length > 1 ? this.#addNode('start_fork', 'ParallelGateway', { id, side: 'before' }) : null
    const start = this.#addNode('start', 'StartEvent', { id: fork ?? id, side: 'before' })
    if (fork !== null) this.#addFlow(start, fork)
    return fork ?? start
  }

  /** An end to which flows lead already. */
  #addEnd(id: string, more: Pick<BpmnNode, 'name' | 'is_drawing'>): void {
    const flow = this.flows.find(({ target }) => target === id)
    if (flow !== undefined)
      this.nodes.push({ id, type: 'EndEvent', beside: { id: flow.source, side: 'after' }, ...more })
  }

  /** The gateways before a step: one that waits for every way that still comes, and one at which loops come back. */
  #addEntry(id: string, ways: number, isReturnedTo: boolean): void {
    const before = (anchor: string) => ({ id: anchor, side: 'before' }) as const
    const back = isReturnedTo ? this.#addNode(`${id}_merge`, 'ExclusiveGateway', before(id)) : id
    if (back !== id) this.#addFlow(back, id)
    const on = ways > 1 ? this.#addNode(`${id}_join`, 'InclusiveGateway', before(back)) : back
    if (on !== back) this.#addFlow(on, back)
    this.#entries.set(id, { on, back })
  }

  #addExits(id: string, type: BpmnNode['type'], ways: readonly Way[]): void {
    if (type === 'EndEvent') return
    const onwards = ways.filter(onward)
    if (type === 'ExclusiveGateway' || type === 'InclusiveGateway') {
      for (const way of ways) this.#addWay(id, way)
      if (onwards.length === 0) this.#addFlow(id, 'end', { is_default: true })
      return
    }
    const again = onwards.length < ways.length
    const after = (anchor: string) => ({ id: anchor, side: 'after' }) as const
    const from = again ? this.#addNode(`${id}_again`, 'ExclusiveGateway', after(id)) : id
    if (again) this.#addFlow(id, from)
    for (const way of ways) if (way.goes_back) this.#addWay(from, way)
    const [only] = onwards
    if (only === undefined) return this.#addFlow(from, 'end', { is_default: again })
    if (onwards.length === 1) return this.#addWay(from, { ...only, is_default: again && only.condition === null })
    const choices = onwards.filter(({ is_choice, condition }) => is_choice || condition !== null).length
    // One way and what is to be done instead of it exclude each other, too.
    const excludes = choices === onwards.length || (onwards.length === 2 && onwards.some(way => way.is_default))
    const gateway = choices === 0 ? 'ParallelGateway' : excludes ? 'ExclusiveGateway' : 'InclusiveGateway'
    const split = this.#addNode(`${id}_split`, gateway, after(from))
    this.#addFlow(from, split, { is_default: again })
    for (const way of onwards) this.#addWay(split, way)
  }

  #addWay(source: string, { target, name, condition, is_default, goes_back, min_lag, data }: Way): void {
    const flow = { name, condition, is_default, goes_back, data }
    const entry = this.#entryOf(target, goes_back)
    if (min_lag === null || min_lag === 0) return this.#addFlow(source, entry, flow)
    const id = `wait_${this.flows.length + 1}`
    const beside = { id: entry, side: 'before' } as const
    this.nodes.push({ id, type: 'IntermediateCatchEvent', name: '', wait: min_lag, is_drawing: true, beside })
    this.#addFlow(source, id, { ...flow, goes_back: false })
    this.#addFlow(id, entry, { goes_back })
  }
}
