import { textLimits } from '@hidesync/domain/presets/text-rules'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { readJsonObject } from '@hidesync/domain/workflows/json-source'
import type { ModdleElement } from 'bpmn-moddle'
import { dataOf, type Data } from '../formats/bpmn-extension.ts'
import { minutesOf } from '../formats/iso-duration.ts'
import { clipped } from './source.ts'

/** A way from one step to another, through whatever gateways lie between. */
export interface Way {
  readonly from: number
  /** Null: it ends without a step. */
  readonly to: number | null
  readonly name: string
  readonly condition: JsonObject | null
  readonly is_default: boolean
  /** Of several ways one is taken, as at an exclusive gateway. */
  readonly exclusive: boolean
  readonly lag: number | null
  /** What it stands for, in a file of our own. */
  readonly own: Data | null
}
/** A way that leads to a step. */
export type Led = Way & { readonly to: number }

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
  const words = typeof name === 'string' && name.trim() !== '' ? name : typeof body === 'string' ? body : ''
  return clipped(words.replaceAll(/\s+/g, ' ').trim(), textLimits.option)
}

const lagOf = (element: ModdleElement): number | null => {
  if (element.$type !== 'bpmn:IntermediateCatchEvent') return null
  const timer = elements(element['eventDefinitions'])[0]
  const body = (timer?.['timeDuration'] as ModdleElement | undefined)?.['body']
  return typeof body === 'string' ? minutesOf(body) : null
}

/** From step to step through gateways, of one step and of all. */
export const mostWays = 50_000

/** The flows that leave each element: files need not list them at the elements themselves. */
export type Flows = ReadonlyMap<ModdleElement, readonly ModdleElement[]>

interface Steps {
  readonly flows: Flows
  readonly places: ReadonlyMap<ModdleElement, number>
}

interface Walk {
  readonly target: ModdleElement
  readonly way: Way
  /** What became no step and was gone through already: of each way that leaves the step, and of each that is our own. */
  readonly seen: Set<ModdleElement>
}

/** All ways that leave an element in the order of their flows, followed through what became no step. */
export function waysFrom(element: ModdleElement, from: number, { flows, places }: Steps): readonly Way[] {
  const found: Way[] = []
  const blank = { from, to: null, name: '', condition: null, is_default: false, exclusive: false, lag: null, own: null }
  const further = (at: ModdleElement, way: Way, seen: Set<ModdleElement> | null): readonly Walk[] => {
    const leaving = flows.get(at) ?? []
    const chooses = leaving.length > 1 && /(?:Exclusive|EventBased|Complex)Gateway$/.test(at.$type)
    return leaving
      .map((flow): Walk => {
        const own = dataOf(flow)
        return {
          target: flow['targetRef'] as ModdleElement,
          way: {
            ...way,
            name: wordsOf(flow) || way.name,
            condition: conditionOf(flow) ?? way.condition,
            is_default: way.is_default || at['default'] === flow,
            exclusive: way.exclusive || chooses,
            // A wait that became a step takes its time there.
            lag: way.lag ?? (places.has(at) ? null : lagOf(at)),
            own: own ?? way.own,
          },
          seen: own === null && seen !== null ? seen : new Set([element]),
        }
      })
      .toReversed()
  }
  const stack = [...further(element, blank, null)]
  for (let next = stack.pop(); next !== undefined && found.length < mostWays; next = stack.pop()) {
    const { target, way, seen } = next
    const to = places.get(target)
    if (to !== undefined) found.push({ ...way, to })
    else if (!flows.has(target)) found.push(way)
    else if (!seen.has(target)) {
      seen.add(target)
      stack.push(...further(target, way, seen))
    }
  }
  return found
}

/** The ways that close a circle, found by walking depth first without recursion. */
export function backWays(count: number, ways: readonly (readonly Led[])[]): ReadonlySet<Way> {
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
