import { minutesOf } from '../formats/iso-duration.ts'
import { plainText } from './plain-text.ts'
import { readAmount } from './quantity-text.ts'
import { isLocale, normalLocale } from '@hidesync/domain/translations/locale'
import { asName, chain, clipped, LeftOut, unreadable, type ReadSource } from './source.ts'

type Thing = Readonly<Record<string, unknown>>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value]

/** `HowTo` of `"HowTo"`, `"schema:HowTo"`, `"https://schema.org/HowTo"`, or a list of types. */
const hasType = (thing: Thing, ...names: readonly string[]): boolean =>
  listOf(thing['@type']).some(type => typeof type === 'string' && names.includes(type.replace(/^.*[/:#]/, '')))

/** A text, whether written as such, as `{"@value"}` or as a thing with a name. */
function textOf(value: unknown): string | null {
  const [first] = listOf(value)
  if (typeof first === 'string') return plainText(first) || null
  if (typeof first === 'number') return String(first)
  return isThing(first) ? textOf(first['@value'] ?? first['name'] ?? first['text']) : null
}

const mostSearched = 100_000

/** The first HowTo or Recipe in the data, wherever it stands. */
function findHowTo(value: unknown): Thing | null {
  const queue: unknown[] = [value]
  for (let at = 0; at < queue.length && at < mostSearched; at += 1) {
    const next = queue[at]
    if (isThing(next) && hasType(next, 'HowTo', 'Recipe')) return next
    if (typeof next === 'object' && next !== null) queue.push(...Object.values(next).slice(0, 1000))
  }
  return null
}

const minutesIn = (thing: Thing, ...keys: readonly string[]): number | null => {
  for (const key of keys) {
    const minutes = minutesOf(textOf(thing[key]) ?? '')
    if (minutes !== null) return minutes
  }
  return null
}

interface Resource {
  readonly resource_type: 'material' | 'tool'
  readonly name: string
  readonly quantity: number | null
  readonly unit: string | null
  readonly notes: string | null
}

function resourceOf(type: Resource['resource_type'], value: unknown): Resource[] {
  const text = textOf(value)
  if (text === null) return []
  const required = isThing(value) ? value['requiredQuantity'] : undefined
  const notes = isThing(value) ? textOf(value['description']) : null
  if (isThing(required)) {
    const amount = Number(textOf(required['value']) ?? Number.NaN)
    const unit = textOf(required['unitText'] ?? required['unitCode'])
    return [
      { resource_type: type, name: asName(text, type), quantity: Number.isFinite(amount) ? amount : null, unit, notes },
    ]
  }
  const given = required === undefined ? readAmount(text) : { ...readAmount(`${textOf(required) ?? ''} ${text}`) }
  return [{ resource_type: type, name: asName(given.name, type), quantity: given.quantity, unit: given.unit, notes }]
}

const resourcesIn = (thing: Thing): readonly Resource[] => [
  ...[...listOf(thing['supply']), ...listOf(thing['recipeIngredient'] ?? thing['ingredients'])].flatMap(one =>
    resourceOf('material', one),
  ),
  ...listOf(thing['tool']).flatMap(one => resourceOf('tool', one)),
]

interface Step {
  readonly name: string
  readonly description: string | null
  readonly instructions: string | null
  readonly estimated_duration: number | null
  readonly tips: readonly string[]
  readonly resources: readonly Resource[]
}

/** The first sentence, as long as a name may well be. */
const firstSentence = (text: string): string =>
  asName((/^.{1,80}?[.!?](?=\s|$)/s.exec(text)?.[0] ?? clipped(text, 80)).replace(/\.$/, ''), 'Step')

const written = (text: string): Step => ({
  name: firstSentence(text),
  description: null,
  instructions: text,
  estimated_duration: null,
  tips: [],
  resources: [],
})

function stepOf(thing: Thing, section: string | null): Step {
  const parts = listOf(thing['itemListElement']).filter(isThing)
  const directions = parts.filter(part => !hasType(part, 'HowToTip'))
  const tips = [...parts.filter(part => hasType(part, 'HowToTip')), ...listOf(thing['tip'])].flatMap(
    tip => textOf(isThing(tip) ? (tip['text'] ?? tip) : tip) ?? [],
  )
  const texts = directions.flatMap(part => textOf(part['text'] ?? part['name']) ?? [])
  const instructions = texts.length > 0 ? texts.join('\n\n') : textOf(thing['text'] ?? thing['description'])
  const times = directions.flatMap(part => minutesIn(part, 'performTime', 'totalTime') ?? [])
  return {
    name: asName(textOf(thing['name']) ?? firstSentence(instructions ?? ''), 'Step'),
    description: textOf(thing['description']) ?? section,
    instructions,
    estimated_duration:
      minutesIn(thing, 'performTime', 'totalTime', 'timeRequired') ??
      (times.length > 0 ? times.reduce((a, b) => a + b) : null),
    tips: tips.slice(0, 50),
    resources: [thing, ...directions].flatMap(resourcesIn).slice(0, 200),
  }
}

/** Steps however they are written: one text, a list of texts, HowToSteps, sections of them, an ItemList. */
function stepsOf(value: unknown, section: string | null = null, depth = 0): readonly Step[] {
  if (depth > 8) return []
  return listOf(value).flatMap((one): readonly Step[] => {
    if (typeof one === 'string')
      return plainText(one)
        .split(/\n+/)
        .filter(line => line.trim() !== '')
        .map(line => written(line.trim()))
    if (!isThing(one)) return []
    const inner = one['itemListElement']
    if (hasType(one, 'HowToSection', 'ItemList')) return stepsOf(inner, textOf(one['name']) ?? section, depth + 1)
    if (hasType(one, 'ListItem')) return stepsOf(one['item'] ?? { ...one, '@type': 'HowToStep' }, section, depth + 1)
    return [stepOf(one, section)]
  })
}

/** The fields that are read; whatever else stands in the data is told as left out. */
const taken = new Set(
  [
    '@context @type @id name description inLanguage educationalLevel keywords about url mainEntityOfPage',
    'totalTime prepTime performTime cookTime yield recipeYield supply tool step steps datePublished dateModified',
    'recipeIngredient ingredients recipeInstructions recipeCategory',
  ].flatMap(names => names.split(' ')),
)

const difficulties = new Set(['beginner', 'intermediate', 'advanced', 'expert'])

function keywordsOf(value: unknown): readonly string[] {
  const words = listOf(value).flatMap(one => (textOf(one) ?? '').split(','))
  return [...new Set(words.map(word => clipped(asName(word, ''), 50)).filter(word => word !== ''))].slice(0, 50)
}

/** How the step is called in which one gets everything ready. */
const gathering: Readonly<Record<string, string>> = {
  en: 'Gather what you need',
  de: 'Alles bereitlegen',
  fr: 'Préparer le nécessaire',
  es: 'Reunir lo necesario',
}

/** The language of the texts, where one is stated in a form that workflows know. */
function localeOf(thing: Thing, otherwise: string | null): string | null {
  const [stated] = listOf(thing['inLanguage'])
  const written = isThing(stated) ? (stated['alternateName'] ?? stated['name']) : stated
  const candidates = [written, otherwise].filter(text => typeof text === 'string').map(text => text.trim())
  const locale = candidates.map(text => text.replace('_', '-')).find(isLocale)
  return locale === undefined ? null : normalLocale(locale)
}

const clippedOrNull = (text: string | null, max: number): string | null => (text === null ? null : clipped(text, max))

/**
 * Reads a schema.org HowTo or Recipe. Its steps become one chain; what it needs is gathered in a first step unless a step names it.
 * `language`: that of the page around it, if the data states none.
 */
export function readHowTo(data: unknown, language: string | null = null): ReadSource {
  const howTo = findHowTo(data)
  if (howTo === null)
    throw unreadable(
      'The data holds no schema.org HowTo or Recipe: one of these types is what can be imported.',
      'no_recipe',
    )
  const left = new LeftOut()
  for (const key of Object.keys(howTo))
    if (!taken.has(key))
      left.add(
        `/${key}`,
        `“${key.slice(0, 60)}” of the ${hasType(howTo, 'Recipe') ? 'recipe' : 'how-to'} has no place in a workflow and was left out.`,
      )
  const steps = stepsOf(howTo['step'] ?? howTo['steps'] ?? howTo['recipeInstructions'])
  const named = new Set(steps.flatMap(step => step.resources.map(({ name }) => name.toLowerCase())))
  const others = resourcesIn(howTo).filter(({ name }) => !named.has(name.toLowerCase()))
  const locale = localeOf(howTo, language)
  const gather = {
    name: gathering[(locale ?? 'en').slice(0, 2)] ?? 'Gather what you need',
    step_type: 'material',
    instructions: clipped(others.map(({ name }) => `- ${name}`).join('\n'), 20_000),
  }
  const all = [
    ...(others.length === 0 ? [] : [{ ...gather, resources: others.slice(0, 200) }]),
    ...steps.map(step => ({ ...step, description: clippedOrNull(step.description, 2000), step_type: 'instruction' })),
  ].map((step, index) => ({ id: index + 1, ...step }))
  const name = asName(textOf(howTo['name']) ?? '', 'Imported how-to')
  const parts = ['prepTime', 'performTime', 'cookTime'].map(key => minutesIn(howTo, key) ?? 0)
  const sum = parts.reduce((a, b) => a + b)
  const level = textOf(howTo['educationalLevel'])?.toLowerCase() ?? ''
  const outcomes = listOf(howTo['yield'] ?? howTo['recipeYield'])
    .flatMap(one => textOf(one) ?? [])
    .filter(text => !/^\d+$/.test(text))
  const unique = [...new Set(outcomes.map(text => asName(text, name)))].slice(0, 200)
  const value = {
    preset_info: {
      name,
      description: clippedOrNull(textOf(howTo['description']), 2000),
      difficulty: difficulties.has(level) ? level : null,
      estimated_time: minutesIn(howTo, 'totalTime') ?? (sum > 0 ? sum : null),
      tags: keywordsOf(howTo['keywords']),
      category: clippedOrNull(textOf(howTo['about'] ?? howTo['recipeCategory']), 100),
    },
    workflow: {
      name,
      ...(locale === null ? {} : { default_locale: locale }),
      steps: all,
      connections: chain(all),
      outcomes: (unique.length === 0 ? [name] : unique).map((text, index) => ({
        id: index + 1,
        name: text,
        is_default: index === 0,
      })),
    },
    metadata: { imported_from: textOf(howTo['url']) ?? 'schema.org' },
  }
  return { value, warnings: left.list() }
}
