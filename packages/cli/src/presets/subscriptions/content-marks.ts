import type { JsonObject, JsonValue } from '@hidesync/domain/workflows/definition'
import { canonicalJson } from '@hidesync/contract/presets/canonical-json'
import { createHash } from 'node:crypto'

/** What a workflow says, as hashes: equal ones say the same, wherever they are kept and whatever they are called. */
export interface ContentMarks {
  /** Steps, connections, outcomes and paths. */
  readonly graph: string
  /** Description, category, tags and the like; not the name, which is the owner's to choose. */
  readonly about: string
  /** The texts in other languages. */
  readonly texts: string
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const saysNothing = (value: JsonValue): boolean =>
  value === null || value === false || (typeof value === 'object' && Object.keys(value).length === 0)

/** Without what says nothing, so that a field that is new to one of two installations makes no difference. */
function lean(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(lean)
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, member]) => [key, lean(member)] as const)
  return Object.fromEntries(entries.filter(([, member]) => !saysNothing(member)))
}

const hash = (value: JsonObject): string =>
  createHash('sha256')
    .update(canonicalJson(lean(value)))
    .digest('base64url')

const pick = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(names.map(name => [name, object[name] ?? null]))

const graphFields = ['steps', 'connections', 'outcomes', 'paths']
const infoFields = ['description', 'difficulty', 'estimated_time', 'tags', 'category']

/** The marks of a preset as installations export it. */
export function contentMarks(preset: JsonObject): ContentMarks {
  const part = (name: string) => (isObject(preset[name]) ? preset[name] : {})
  const [info, workflow] = [part('preset_info'), part('workflow')]
  return {
    graph: hash(pick(workflow, graphFields)),
    about: hash({ ...pick(info, infoFields), ...pick(workflow, ['default_locale', 'has_multiple_outcomes']) }),
    texts: hash(pick(workflow, ['translations'])),
  }
}

export const sameMarks = (one: ContentMarks, other: ContentMarks): boolean =>
  one.graph === other.graph && one.about === other.about && one.texts === other.texts

/** Whether each part is as in one of the two: an update that broke off in its middle left nothing else. */
export const isBetween = (marks: ContentMarks, one: ContentMarks, other: ContentMarks): boolean =>
  (['graph', 'about', 'texts'] as const).every(part => marks[part] === one[part] || marks[part] === other[part])
