export interface PresetFinding {
  readonly path: string
  readonly message: string
  readonly code: string
}

/** Where in a file findings are: about the whole, a step, a connection, an outcome, or something else. */
export interface FindingGroup {
  readonly place: 'file' | 'info' | 'step' | 'connection' | 'outcome' | 'other'
  /** Of a step, connection or outcome, counted from 1. */
  readonly number: number | null
  readonly findings: readonly PresetFinding[]
}

const places: readonly (readonly [FindingGroup['place'], RegExp])[] = [
  ['file', /^$/],
  ['info', /^\/preset_info\b/],
  ['step', /^\/(?:workflow\/)?steps(?:\/(\d+))?/],
  ['connection', /^\/(?:workflow\/)?connections(?:\/(\d+))?/],
  ['outcome', /^\/(?:workflow\/)?outcomes(?:\/(\d+))?/],
  ['other', /^/],
]

/** Puts findings that are about the same part together, in the order in which they came. */
export function groupFindings(findings: readonly PresetFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const finding of findings) {
    const [place, form] = places.find(([, sign]) => sign.test(finding.path)) ?? ['other', /^/]
    const index = form.exec(finding.path)?.[1]
    const number = index === undefined ? null : Number(index) + 1
    const key = `${place} ${number}`
    groups.set(key, { place, number, findings: [...(groups.get(key)?.findings ?? []), finding] })
  }
  return [...groups.values()]
}
