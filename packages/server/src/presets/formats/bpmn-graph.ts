import { idKey, namesIn, outcomeIndex } from '@hidesync/domain/presets/local-ids'
import type { LocalId, PresetConnection, PresetStep, PresetWorkflow } from '@hidesync/domain/presets/preset'
import type { JsonSource } from '@hidesync/domain/workflows/definition'
import { conditionText } from './condition-text.ts'
import { grouped } from './grouped.ts'
import { inOrder } from './sheet.ts'

export interface BpmnNode {
  readonly id: string
  /** Without its prefix: `userTask` is `bpmn:UserTask`. */
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
  readonly step?: PresetStep
  /** Minutes of a timer. */
  readonly wait?: number
}

export interface BpmnFlow {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly name: string
  readonly condition: JsonSource | null
  readonly is_default: boolean
  /** How often at most, of a flow that leads back. */
  readonly loop: number | null
}

/** One way that leaves a step. */
interface Way {
  readonly target: string
  readonly name: string
  readonly condition: JsonSource | null
  readonly is_default: boolean
  readonly is_choice: boolean
  readonly min_lag: number | null
  readonly loop: number | null
}

const typeOf = (step: PresetStep, leaves: boolean): BpmnNode['type'] => {
  if (step.decision_options.length > 0 || step.step_type === 'decision') return 'ExclusiveGateway'
  if (step.step_type === 'time') return 'IntermediateCatchEvent'
  if (step.step_type === 'outcome') return leaves ? 'IntermediateThrowEvent' : 'EndEvent'
  return 'UserTask'
}

/** The workflow as nodes and flows of BPMN: what runs side by side, waits for each other or excludes each other gets its gateways. */
export class BpmnGraph {
  readonly nodes: BpmnNode[] = []
  readonly flows: BpmnFlow[] = []
  readonly #workflow: PresetWorkflow
  readonly #names: ReadonlyMap<string, string>
  readonly #entries = new Map<string, string>()
  readonly #leaving: ReadonlyMap<string, readonly PresetConnection[]>

  constructor(workflow: PresetWorkflow) {
    this.#workflow = workflow
    this.#names = new Map(workflow.steps.map((step, index) => [idKey(step.id), `step_${index + 1}`]))
    this.#leaving = grouped(workflow.connections, ({ source_step }) => idKey(source_step))
    const ways = new Map(workflow.steps.map(step => [idKey(step.id), this.#waysOf(step)]))
    const incoming = new Map<string, number>()
    const back = new Set<string>()
    for (const { target, loop } of [...ways.values()].flat())
      if (loop === null) incoming.set(target, (incoming.get(target) ?? 0) + 1)
      else back.add(target)
    this.#addStart(workflow.steps.filter(step => !incoming.has(this.#node(step.id))))
    for (const step of workflow.steps) {
      const id = this.#node(step.id)
      const leaving = ways.get(idKey(step.id)) ?? []
      const type = typeOf(step, leaving.length > 0)
      const wait = type === 'IntermediateCatchEvent' ? { wait: step.estimated_duration ?? 0 } : {}
      this.nodes.push({ id, type, name: step.name, step, ...wait })
      this.#entries.set(id, this.#addEntry(id, incoming.get(id) ?? 0, back.has(id)))
      this.#addExits(id, type, leaving)
    }
    // Flows were made to the steps themselves; now that the gateways before them are known they lead to those.
    this.flows.splice(
      0,
      this.flows.length,
      ...this.flows.map(flow => {
        const between = flow.source.startsWith(`${flow.target}_`)
        return between ? flow : { ...flow, target: this.#entryOf(flow) }
      }),
    )
    if (this.flows.some(({ target }) => target === 'end')) this.nodes.push({ id: 'end', type: 'EndEvent', name: '' })
  }

  #node(id: LocalId): string {
    return this.#names.get(idKey(id)) ?? 'end'
  }

  /** Where a flow enters a step: what comes back does not wait for the others. */
  #entryOf({ target, loop }: BpmnFlow): string {
    const entry = this.#entries.get(target) ?? target
    return loop !== null && entry === `${target}_join` ? `${target}_merge` : entry
  }

  #waysOf(step: PresetStep): Way[] {
    const { connections, outcomes, steps } = this.#workflow
    const none = { condition: null, is_default: false, is_choice: false, min_lag: null, loop: null }
    const leaving = this.#leaving.get(idKey(step.id)) ?? []
    const named = new Set<string>()
    const chosen = step.decision_options.flatMap(option =>
      namesIn(option.result_action).flatMap(({ field, value }): Way[] => {
        const way = { ...none, name: option.option_text, is_default: option.is_default, is_choice: true }
        if (field === 'goto_step') {
          named.add(idKey(value as LocalId))
          const via = leaving.find(({ target_step }) => idKey(target_step) === idKey(value as LocalId))
          const loop = via?.connection_type === 'loop' ? (via.max_iterations ?? 10) : null
          return [{ ...way, target: this.#node(value as LocalId), min_lag: via?.min_lag ?? null, loop }]
        }
        const index = outcomeIndex(outcomes, value as LocalId) ?? -1
        const id = `outcome_${index + 1}`
        if (!this.nodes.some(node => node.id === id))
          this.nodes.push({ id, type: 'EndEvent', name: outcomes[index]?.name ?? '' })
        return [{ ...way, target: id }]
      }),
    )
    const others = leaving
      .filter(({ target_step }) => !named.has(idKey(target_step)))
      .map(connection => this.#way(connection))
    if (connections.length > 0 || chosen.length > 0) return [...chosen, ...others]
    // Without any connection the steps follow each other in their order.
    const ordered = inOrder(steps)
    const next = ordered[ordered.indexOf(step) + 1]
    return next === undefined ? [] : [{ ...none, name: '', target: this.#node(next.id) }]
  }

  #way({ target_step, connection_type, condition, is_default, min_lag, max_iterations }: PresetConnection): Way {
    return {
      target: this.#node(target_step),
      name: condition === null ? '' : conditionText(condition),
      condition,
      is_default: is_default || connection_type === 'fallback',
      is_choice: connection_type === 'choice' || connection_type === 'conditional' || connection_type === 'fallback',
      min_lag,
      loop: connection_type === 'loop' ? (max_iterations ?? 10) : null,
    }
  }

  #addFlow(source: string, target: string, more: Partial<BpmnFlow> = {}): void {
    const id = `flow_${this.flows.length + 1}`
    this.flows.push({ name: '', condition: null, is_default: false, loop: null, ...more, id, source, target })
  }

  #addStart(first: readonly PresetStep[]): void {
    this.nodes.push({ id: 'start', type: 'StartEvent', name: '' })
    if (first.length > 1) {
      this.nodes.push({ id: 'start_fork', type: 'ParallelGateway', name: '' })
      this.#addFlow('start', 'start_fork')
    }
    for (const step of first) this.#addFlow(first.length > 1 ? 'start_fork' : 'start', this.#node(step.id))
  }

  /** The gateways before a step: one that waits for every way that still comes, and one at which loops come back. */
  #addEntry(id: string, ways: number, comesBack: boolean): string {
    let entry = id
    if (comesBack) {
      this.nodes.push({ id: `${id}_merge`, type: 'ExclusiveGateway', name: '' })
      this.#addFlow(`${id}_merge`, id)
      entry = `${id}_merge`
    }
    if (ways > 1) {
      this.nodes.push({ id: `${id}_join`, type: 'InclusiveGateway', name: '' })
      this.#addFlow(`${id}_join`, entry)
      entry = `${id}_join`
    }
    return entry
  }

  #addExits(id: string, type: BpmnNode['type'], ways: readonly Way[]): void {
    if (type === 'EndEvent') return
    const onwards = ways.filter(({ loop }) => loop === null)
    if (type === 'ExclusiveGateway') {
      for (const way of ways) this.#addWay(id, way)
      if (onwards.length === 0) this.#addFlow(id, 'end', { is_default: true })
      return
    }
    let from = id
    if (onwards.length < ways.length) {
      this.nodes.push({ id: `${id}_again`, type: 'ExclusiveGateway', name: '' })
      this.#addFlow(id, `${id}_again`)
      for (const way of ways) if (way.loop !== null) this.#addWay(`${id}_again`, way)
      from = `${id}_again`
    }
    const [only] = onwards
    if (only === undefined) return this.#addFlow(from, 'end', { is_default: from !== id })
    if (onwards.length === 1) return this.#addWay(from, { ...only, is_default: from !== id && only.condition === null })
    const choices = onwards.filter(({ is_choice, condition }) => is_choice || condition !== null).length
    const gateway =
      choices === 0 ? 'ParallelGateway' : choices === onwards.length ? 'ExclusiveGateway' : 'InclusiveGateway'
    this.nodes.push({ id: `${id}_split`, type: gateway, name: '' })
    this.#addFlow(from, `${id}_split`, { is_default: from !== id })
    for (const way of onwards)
      this.#addWay(`${id}_split`, { ...way, is_default: way.is_default && gateway !== 'ParallelGateway' })
  }

  #addWay(source: string, { target, name, condition, is_default, min_lag, loop }: Way): void {
    const flow = { name, condition, is_default, loop }
    if (min_lag === null || min_lag === 0) return this.#addFlow(source, target, flow)
    const id = `wait_${this.flows.length + 1}`
    this.nodes.push({ id, type: 'IntermediateCatchEvent', name: '', wait: min_lag })
    this.#addFlow(source, id, flow)
    this.#addFlow(id, target, { loop })
  }
}
