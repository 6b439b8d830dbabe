export interface PresetFinding {
  readonly path: string
  readonly message: string
  readonly code: string
}

type Place =
  | { readonly place: 'file' | 'info' | 'other'; readonly number: null }
  /** Counted from 1; null: about all of its kind. */
  | { readonly place: 'step' | 'connection' | 'outcome'; readonly number: number | null }

/** Where in a file findings are: about the whole, a step, a connection, an outcome, or something else. */
export type FindingGroup = Place & { readonly findings: readonly PresetFinding[] }

/** What is wrong in the same way in several places: what is said of each, and what they are called. */
export interface RepeatedFinding {
  readonly said: string
  readonly first: PresetFinding
  readonly places: readonly { readonly name: string; readonly path: string }[]
}

const lists = { steps: 'step', connections: 'connection', outcomes: 'outcome' } as const

export function placeOf(path: string): Place {
  const [, list, index] = /^\/(?:workflow\/)?(steps|connections|outcomes)(?:\/(\d+))?/.exec(path) ?? []
  if (list !== undefined)
    return { place: lists[list as keyof typeof lists], number: index === undefined ? null : Number(index) + 1 }
  return { place: path === '' ? 'file' : /^\/preset_info\b/.test(path) ? 'info' : 'other', number: null }
}

/** Puts findings that are about the same part together, in the order in which they came. */
export function groupFindings(findings: readonly PresetFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const finding of findings) {
    const place = placeOf(finding.path)
    const key = `${place.place} ${place.number}`
    groups.set(key, { ...place, findings: [...(groups.get(key)?.findings ?? []), finding] })
  }
  return [...groups.values()]
}

/** “Step 3 “Cut”: `step_type` must be …” in two: what it is about, and what is said of it. Most findings begin so. */
function inTwo({ message }: PresetFinding): readonly [name: string, said: string] {
  const end = message.indexOf(': `')
  return end < 0 ? ['', message] : [message.slice(0, end), message.slice(end + 2)]
}

/** Takes out what is said of several places alike, so that it is said once; the others stay as they are. */
export function withoutRepeats(findings: readonly PresetFinding[]): {
  readonly repeated: readonly RepeatedFinding[]
  readonly single: readonly PresetFinding[]
} {
  const alike = new Map<string, PresetFinding[]>()
  for (const finding of findings) {
    const [, said] = inTwo(finding)
    alike.set(said, [...(alike.get(said) ?? []), finding])
  }
  const isRepeated = (finding: PresetFinding) => {
    const [name, said] = inTwo(finding)
    return name !== '' && (alike.get(said)?.length ?? 0) > 1
  }
  return {
    repeated: [...alike].flatMap(([said, these]) => {
      const [first] = these
      if (first === undefined || !isRepeated(first)) return []
      return [{ said, first, places: these.map(one => ({ name: inTwo(one)[0], path: one.path })) }]
    }),
    single: findings.filter(finding => !isRepeated(finding)),
  }
}
