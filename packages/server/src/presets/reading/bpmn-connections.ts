import { namesIn, renameIn } from '@hidesync/domain/presets/local-ids'
import { textLimits } from '@hidesync/domain/presets/text-rules'
import type { JsonSource } from '@hidesync/domain/workflows/definition'
import type { ModdleElement } from 'bpmn-moddle'
import { fieldsOf, type Data } from '../formats/bpmn-extension.ts'
import { backWays, mostWays, waysFrom, type Flows, type Led, type Way } from './bpmn-flows.ts'
import { clipped, unreadable, type LeftOut } from './source.ts'

export interface BpmnStep {
  readonly element: ModdleElement
  readonly fields: { readonly name: string; readonly step_type: unknown; readonly [field: string]: unknown }
}

/** What an own file says of its options and connections; `at` is the place in the list. */
const placed = (parts: readonly Data[]): readonly Data[] =>
  parts.toSorted((a, b) => (Number(a['at']) || 0) - (Number(b['at']) || 0)).map(({ at: _at, ...part }) => part)

/** The steps with their options, and the connections between them, in the order of the file. Ids are those of the elements. */
export class BpmnConnections {
  readonly #steps: readonly BpmnStep[]
  readonly #left: LeftOut
  readonly #ids: readonly string[]
  readonly #known: ReadonlySet<unknown>
  readonly #own: Data[] = []
  readonly #read: Data[] = []
  readonly parts: readonly Data[]

  constructor(steps: readonly BpmnStep[], flows: Flows, left: LeftOut) {
    this.#steps = steps
    this.#left = left
    this.#ids = steps.map(({ element }, index) => {
      const id = element['id']
      return typeof id === 'string' && id !== '' && id.length <= textLimits.local_id ? id : `step ${index + 1}`
    })
    this.#known = new Set(this.#ids)
    const places = new Map(steps.map(({ element }, index) => [element, index]))
    let count = 0
    const ways = steps.map(({ element }, index) => {
      const found = waysFrom(element, index, { flows, places })
      count += found.length
      if (count > mostWays)
        throw unreadable(`The gateways of the BPMN file make more than ${mostWays} ways from step to step.`, 'no_bpmn')
      return found
    })
    const foreign = ways.map(leaving => leaving.filter((way): way is Led => way.own === null && way.to !== null))
    const back = backWays(steps.length, foreign)
    this.parts = steps.map((step, index) => {
      const kept = this.#ownOptions(step, ways[index] ?? [])
      const read = this.#readWays(step, foreign[index] ?? [], back)
      const { step_type = step.fields.step_type, options } = read
      return {
        ...step.fields,
        step_type,
        id: this.#ids[index],
        parent_step: this.#known.has(step.fields['parent_step']) ? step.fields['parent_step'] : null,
        decision_options: [...kept, ...options],
      }
    })
  }

  get connections(): readonly Data[] {
    return [...placed(this.#own), ...this.#read]
  }

  /** What the file's own flows stand for. */
  #ownOptions({ fields }: BpmnStep, ways: readonly Way[]): readonly Data[] {
    const written = fields['decision_options']
    const options = (Array.isArray(written) ? (written as readonly Data[]) : []).filter(option => {
      const names = namesIn((option['result_action'] ?? null) as JsonSource | null)
      const leads = names.every(({ field, value }) => field !== 'goto_step' || this.#known.has(value))
      if (!leads)
        this.#left.add(
          '',
          `Option “${String(option['option_text']).slice(0, 60)}” of step “${fields.name.slice(0, 60)}” leads to what is no step of the file, and was left out.`,
        )
      return leads
    })
    for (const { from, to, own } of ways) {
      const target = to === null ? undefined : this.#ids[to]
      const connection = fieldsOf(own?.['connection'])
      if (connection !== null && target !== undefined)
        this.#own.push({ ...connection, source_step: this.#ids[from], target_step: target })
      const option = fieldsOf(own?.['option'])
      if (option === null) continue
      const rename = { goto_step: () => target, complete_with_outcome: () => undefined }
      options.push({
        ...option,
        result_action: renameIn((option['result_action'] ?? null) as JsonSource | null, rename),
      })
    }
    return placed(options)
  }

  /** What flows say that are nobody's in particular: of another tool, or drawn since. */
  #readWays({ fields }: BpmnStep, leaving: readonly Led[], back: ReadonlySet<Way>) {
    const forward = leaving.filter(way => !back.has(way))
    const decides = fields.step_type === 'decision'
    const worded = forward.filter(way => way.exclusive && way.condition === null && !way.is_default)
    const asks = !decides && worded.length > 0 && forward.filter(way => way.exclusive).length > 1
    if (asks)
      this.#left.add(
        '',
        `Step “${fields.name.slice(0, 60)}” is followed by a choice whose conditions are no data: it became a decision.`,
      )
    const options =
      decides || asks
        ? leaving.map((way, n) => ({
            option_text: way.name || clipped(`${n + 1}. ${this.#steps[way.to]?.fields.name ?? ''}`, textLimits.option),
            is_default: way.is_default,
            result_action: { goto_step: this.#ids[way.to] },
          }))
        : []
    for (const way of leaving) {
      // An option that goes back is a jump by itself.
      if (back.has(way)) {
        if (options.length === 0)
          this.#connect(way, { connection_type: 'loop', condition: way.condition, max_iterations: 3 })
      } else if (options.length > 0) this.#connect(way, { connection_type: 'choice' })
      else if (way.exclusive && forward.length > 1) {
        const condition = way.is_default ? null : way.condition
        this.#connect(way, { connection_type: 'conditional', condition, is_default: way.is_default })
      } else {
        const connection_type = forward.length > 1 ? 'parallel' : 'sequential'
        this.#connect(way, { connection_type, condition: way.condition })
      }
    }
    return asks ? { step_type: 'decision', options } : { options }
  }

  #connect({ from, to, lag }: Led, more: Data): void {
    const ends = { source_step: this.#ids[from], target_step: this.#ids[to] }
    this.#read.push({ ...ends, ...(lag === null ? {} : { min_lag: lag }), ...more })
  }
}
