import { partKey, type Part } from './parts.ts'
import { referencesOf, stepKey } from './references.ts'

type Parts = ReadonlyMap<string, Part>

/** Directed ways between steps, to which one is added only if it closes no circle. */
class Ways {
  readonly #targets = new Map<string, string[]>()

  /** False, adding nothing, if the source can be reached from the target. */
  add(source: string, target: string): boolean {
    if (this.#reaches(target, source)) return false
    this.addUnchecked(source, target)
    return true
  }

  addUnchecked(source: string, target: string): void {
    const targets = this.#targets.get(source)
    if (targets === undefined) this.#targets.set(source, [target])
    else targets.push(target)
  }

  #reaches(from: string, wanted: string): boolean {
    const seen = new Set([from])
    const open = [from]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === wanted) return true
      for (const target of this.#targets.get(at) ?? [])
        if (!seen.has(target)) {
          seen.add(target)
          open.push(target)
        }
    }
    return false
  }
}

type Way = readonly [source: string, target: string]

const connectionWay = ({ part, fields }: Part): Way | null =>
  part === 'connection' && fields['connection_type'] !== 'loop'
    ? [stepKey(fields['source_step_id']), stepKey(fields['target_step_id'])]
    : null
const parentWay = (part: Part): Way | null =>
  part.part === 'step' && typeof part.fields['parent_step_id'] === 'number'
    ? [partKey(part), stepKey(part.fields['parent_step_id'])]
    : null

/** Whether the ways close any circle: taking away what nothing leads to, again and again, leaves something. */
function hasCircle(ways: readonly Way[]): boolean {
  const awaited = new Map<string, number>()
  const targets = new Map<string, string[]>()
  for (const [source, target] of ways) {
    awaited.set(target, (awaited.get(target) ?? 0) + 1)
    const known = targets.get(source)
    if (known === undefined) targets.set(source, [target])
    else known.push(target)
  }
  const open = [...targets.keys()].filter(source => !awaited.has(source))
  let taken = 0
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const target of targets.get(at) ?? []) {
      taken += 1
      const left = (awaited.get(target) ?? 0) - 1
      awaited.set(target, left)
      if (left === 0) open.push(target)
    }
  return taken < ways.length
}

const sameWay = (one: Way | null, other: Way): boolean => one?.[0] === other[0] && one[1] === other[1]

/**
 * Two sides, each without a circle, may close one together, by connections or by parents. Then what is only on their side is
 * added to ours one by one, and what would close a circle stays as it is on our side. `refused` is told of each.
 */
export function withoutCircles(
  { parts, ours }: { readonly parts: Parts; readonly ours: Parts },
  refused: (part: Part, field: string | null, ours: Part | undefined) => void,
): Parts {
  const sound = new Map(parts)
  for (const [wayOf, field] of [
    [connectionWay, null],
    [parentWay, 'parent_step_id'],
  ] as const) {
    const all = [...parts.values()].flatMap(part => {
      const way = wayOf(part)
      const mine = ours.get(partKey(part))
      return way === null ? [] : [{ part, way, mine, isOurs: mine !== undefined && sameWay(wayOf(mine), way) }]
    })
    if (!hasCircle(all.map(({ way }) => way))) continue
    const ways = new Ways()
    for (const { way, isOurs } of all) if (isOurs) ways.addUnchecked(...way)
    for (const { part, way, mine, isOurs } of all) {
      if (isOurs || ways.add(...way)) continue
      refused(part, field, mine)
      const own = mine === undefined ? null : wayOf(mine)
      const fits = own === null || (own.every(end => parts.has(end)) && ways.add(...own))
      if (field === null) {
        if (mine !== undefined && fits && referencesOf(mine).every(name => parts.has(name)))
          sound.set(partKey(part), mine)
        else sound.delete(partKey(part))
      } else {
        const value = fits ? (mine?.fields[field] ?? null) : null
        sound.set(partKey(part), { ...part, fields: { ...part.fields, [field]: value } })
      }
    }
  }
  return sound
}
