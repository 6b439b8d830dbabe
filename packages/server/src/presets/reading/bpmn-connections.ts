import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { readJsonObject } from '@hidesync/domain/workflows/json-source'
import type { ModdleElement } from 'bpmn-moddle'
import { minutesOf } from '../formats/iso-duration.ts'
import { unreadable, type LeftOut } from './source.ts'

export interface BpmnStep {
  readonly element: ModdleElement
  readonly fields: { readonly name: string; readonly step_type: unknown; readonly [field: string]: unknown }
}

/** A way from one step to another, through whatever gateways lie between. */
interface Way {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly condition: JsonObject | null
  readonly is_default: boolean
  /** Of several ways one is taken, as at an exclusive gateway. */
  readonly exclusive: boolean
  readonly lag: number | null
  readonly times: number | null
}

const elements = (value: unknown): readonly ModdleElement[] => (Array.isArray(value) ? (value as ModdleElement[]) : [])

function conditionOf(flow: ModdleElement): JsonObject | null {
  const body = (flow['conditionExpression'] as ModdleElement | undefined)?.['body']
  if (typeof body !== 'string') return null
  const read = readJsonObject(body)
  return read.ok ? read.value : null
}

const wordsOf = (flow: ModdleElement): string => {
  const body = (flow['conditionExpression'] as ModdleElement | undefined)?.['body']
  const name = flow['name']
  return (typeof name === 'string' && name.trim() !== '' ? name : typeof body === 'string' ? body : '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 500)
}

function timesOf(flow: ModdleElement): number | null {
  const values = elements((flow['extensionElements'] as ModdleElement | undefined)?.['values'])
  const times = values.find(({ $type }) => $type === 'hidesync:Loop')?.['times']
  return typeof times === 'number' && times >= 1 ? times : null
}

const lagOf = (element: ModdleElement): number | null => {
  if (element.$type !== 'bpmn:IntermediateCatchEvent') return null
  const timer = elements(element['eventDefinitions'])[0]
  const body = (timer?.['timeDuration'] as ModdleElement | undefined)?.['body']
  return typeof body === 'string' ? minutesOf(body) : null
}

const mostWays = 50_000

/** The flows that leave each element: files need not list them at the elements themselves. */
export type Flows = ReadonlyMap<ModdleElement, readonly ModdleElement[]>

interface Steps {
  readonly flows: Flows
  readonly places: ReadonlyMap<ModdleElement, number>
}

/** All ways that leave an element in the order of their flows, followed through what became no step. */
function waysFrom(element: ModdleElement, from: number, { flows, places }: Steps): Way[] {
  const found: Way[] = []
  const blank = { from, to: 0, name: '', condition: null, is_default: false, exclusive: false, lag: null, times: null }
  const seen = new Set<ModdleElement>([element])
  const further = (at: ModdleElement, way: Way): { target: ModdleElement; way: Way }[] => {
    const leaving = flows.get(at) ?? []
    const chooses = leaving.length > 1 && /(?:Exclusive|EventBased|Complex)Gateway$/.test(at.$type)
    return leaving
      .map(flow => ({
        target: flow['targetRef'] as ModdleElement,
        way: {
          ...way,
          name: wordsOf(flow) || way.name,
          condition: conditionOf(flow) ?? way.condition,
          is_default: way.is_default || at['default'] === flow,
          exclusive: way.exclusive || chooses,
          lag: way.lag ?? lagOf(at),
          times: timesOf(flow) ?? way.times,
        },
      }))
      .toReversed()
  }
  const stack = further(element, blank)
  for (let next = stack.pop(); next !== undefined && found.length < mostWays; next = stack.pop()) {
    const { target, way } = next
    const to = places.get(target)
    if (to !== undefined) found.push({ ...way, to })
    else if (!seen.has(target)) {
      seen.add(target)
      stack.push(...further(target, way))
    }
  }
  return found
}

/** The ways that close a circle, found by walking depth first without recursion. */
function backWays(count: number, ways: readonly (readonly Way[])[]): ReadonlySet<Way> {
  const back = new Set<Way>()
  const state = new Uint8Array(count)
  for (let start = 0; start < count; start += 1) {
    if (state[start] !== 0) continue
    const stack = [{ at: start, next: 0 }]
    state[start] = 1
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const way = ways[top.at]?.[top.next]
      top.next += 1
      if (way === undefined) {
        state[top.at] = 2
        stack.pop()
      } else if (state[way.to] === 1) back.add(way)
      else if (state[way.to] === 0) {
        state[way.to] = 1
        stack.push({ at: way.to, next: 0 })
      }
    }
  }
  return back
}

/** The steps with their options, and the connections between them. Ids count from 1 in the order of the file. */
export function bpmnConnections(steps: readonly BpmnStep[], flows: Flows, left: LeftOut) {
  const places = new Map(steps.map(({ element }, index) => [element, index]))
  let count = 0
  const ways = steps.map(({ element }, index) => {
    const found = waysFrom(element, index, { flows, places })
    count += found.length
    if (count > mostWays)
      throw unreadable(`The gateways of the BPMN file make more than ${mostWays} ways from step to step.`)
    return found
  })
  const back = backWays(steps.length, ways)
  const parts: Record<string, unknown>[] = []
  const connections: Record<string, unknown>[] = []
  const connect = (way: Way, more: Readonly<Record<string, unknown>>) =>
    connections.push({
      source_step: way.from + 1,
      target_step: way.to + 1,
      ...(way.lag === null ? {} : { min_lag: way.lag }),
      ...more,
    })
  steps.forEach(({ fields }, index) => {
    const leaving = ways[index] ?? []
    const forward = leaving.filter(way => !back.has(way))
    const decides = fields.step_type === 'decision'
    const worded = forward.filter(way => way.exclusive && way.condition === null && !way.is_default)
    const asks = !decides && worded.length > 0 && forward.filter(way => way.exclusive).length > 1
    if (asks)
      left.add(
        '',
        `Step “${fields.name.slice(0, 60)}” is followed by a choice whose conditions are no data: it became a decision.`,
      )
    const options =
      decides || asks
        ? leaving.map((way, n) => ({
            option_text: way.name || `${n + 1}. ${steps[way.to]?.fields.name ?? ''}`.slice(0, 500),
            display_order: n + 1,
            is_default: way.is_default,
            result_action: { goto_step: way.to + 1 },
          }))
        : []
    parts.push({ id: index + 1, ...fields, ...(asks && { step_type: 'decision' }), decision_options: options })
    for (const way of leaving) {
      // An option that goes back is a jump by itself.
      if (back.has(way)) {
        if (options.length === 0)
          connect(way, { connection_type: 'loop', condition: way.condition, max_iterations: way.times ?? 3 })
      } else if (options.length > 0) connect(way, { connection_type: 'choice' })
      else if (way.exclusive && forward.length > 1)
        connect(way, {
          connection_type: 'conditional',
          condition: way.is_default ? null : way.condition,
          is_default: way.is_default,
        })
      else connect(way, { connection_type: forward.length > 1 ? 'parallel' : 'sequential', condition: way.condition })
    }
  })
  return { parts, connections }
}
