import type { ModdleElement } from 'bpmn-moddle'

/**
 * What a workflow has and BPMN does not: an extension element that holds it as JSON, in the preset's form. Other tools keep such elements, and
 * need not understand them.
 */
export const hidesyncBpmn = {
  name: 'HideSync',
  uri: 'urn:hidesync:workflow:1',
  prefix: 'hidesync',
  xml: { tagAlias: 'lowerCase' },
  types: [{ name: 'Data', superClass: ['Element'], properties: [{ name: 'json', type: 'String', isBody: true }] }],
} as const

export type Create = (type: string, properties?: Readonly<Record<string, unknown>>) => ModdleElement
export type Data = Readonly<Record<string, unknown>>

/** Without what is null or an empty list: reading takes that for granted. */
export const stated = (fields: Data): Data =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )

export const extensionOf = (create: Create, data: Data): ModdleElement =>
  create('bpmn:ExtensionElements', { values: [create('hidesync:Data', { json: JSON.stringify(data) })] })

/** A value as an object of fields; null if it is none. */
export const fieldsOf = (value: unknown): Data | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : null

/** What we wrote beside an element; null where there is nothing of ours, or where it was spoilt since. */
export function dataOf(element: ModdleElement): Data | null {
  const values = (element['extensionElements'] as ModdleElement | undefined)?.['values']
  const own = Array.isArray(values)
    ? (values as readonly ModdleElement[]).find(({ $type }) => $type === 'hidesync:Data')
    : undefined
  try {
    return fieldsOf(JSON.parse(String(own?.['json'])))
  } catch {
    return null
  }
}
