import { BpmnModdle, type ModdleElement, type ParseResult } from 'bpmn-moddle'
import { hidesyncBpmn } from '../formats/bpmn-extension.ts'
import { unreadable } from './source.ts'

/** What XML may hold to make a reader fetch or expand something; none of it is needed for BPMN. */
function refuseDangerous(xml: string): void {
  if (!/^\s*(?:\uFEFF)?\s*<[?!\w]/.test(xml))
    throw unreadable('The file is no XML: it does not begin with a tag.', 'no_bpmn')
  const lineOf = (pattern: RegExp): number | null => {
    const found = pattern.exec(xml)
    return found === null ? null : xml.slice(0, found.index).split('\n').length
  }
  const declared = lineOf(/<!\s*(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i)
  if (declared !== null)
    throw unreadable(
      `The XML declares a document type or entities in line ${declared}, which are not taken: save the diagram without them.`,
      'no_bpmn',
    )
  const elsewhere =
    lineOf(/<(?:\w+:)?import\b/i) ?? lineOf(/xmlns(?::\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/2001\/XInclude["']/i)
  if (elsewhere !== null)
    throw unreadable(
      `The XML refers to other files in line ${elsewhere}, which are not fetched: save the diagram as one file.`,
      'no_bpmn',
    )
}

/** The parser's message with the line, counted from 1, and the reason behind it, if it names one. */
function reasonOf(message: string): string {
  const [first = ''] = message.split('\n', 1)
  const line = /\n\s*line: (\d+)/.exec(message)?.[1]
  const nested = /\n\s*nested error: ([^\n]*)/.exec(message)?.[1]
  const reason = nested === undefined ? first : `${first}, ${nested}`
  return `${reason.slice(0, 200)}${line === undefined ? '' : ` (line ${Number(line) + 1})`}`
}

/** Parses BPMN 2.0 without fetching or expanding anything. Throws `AppError` where the file is something else, or not whole. */
export async function parseBpmn(xml: string): Promise<ParseResult> {
  refuseDangerous(xml)
  const parsed = await new BpmnModdle({ hidesync: hidesyncBpmn }).fromXML(xml).catch((error: unknown) => {
    throw unreadable(
      `The file is no BPMN 2.0: ${reasonOf(error instanceof Error ? error.message : String(error))}.`,
      'no_bpmn',
    )
  })
  // Which of the two is meant where something refers to it, nobody knows.
  const twice = parsed.warnings.find(({ message }) => message.includes('duplicate ID'))
  if (twice !== undefined)
    throw unreadable(`Two elements of the BPMN file have one id: ${reasonOf(twice.message)}.`, 'no_bpmn')
  return parsed
}

/** Refuses flows that lead from, or to, what the file does not hold: leaving them out would make another process of it. */
export function refuseLooseFlows(flowElements: readonly ModdleElement[]): void {
  const isElement = (end: unknown): boolean => end !== undefined && (end as ModdleElement).$type !== 'bpmn:SequenceFlow'
  for (const flow of flowElements) {
    if (flow.$type !== 'bpmn:SequenceFlow' || (isElement(flow['sourceRef']) && isElement(flow['targetRef']))) continue
    const end = isElement(flow['sourceRef']) ? 'leads to' : 'comes from'
    throw unreadable(
      `The flow “${String(flow['id']).slice(0, 60)}” ${end} an element that the process does not hold.`,
      'no_bpmn',
    )
  }
}
