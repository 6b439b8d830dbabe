import type { StepDefinition } from '../definition.ts'
import type { Finding } from '../finding.ts'
import { aboutStep, named, type Subject } from './findings.ts'

const fields = ['description', 'instructions', 'detailed_instructions'] as const

/** The Markdown of an image without a text in its brackets; its address on one line. */
const bareMarkdown = /!\[[ \t]*\]\([^()\n]{1,2000}\)/
const tag = /<img\b[^<>]{0,4000}>/gi
const alternative = /\balt\s*=\s*(?:"[^"]*\S[^"]*"|'[^']*\S[^']*'|[^\s"'>]+)/i

const hasBareImage = (text: string): boolean =>
  bareMarkdown.test(text) || [...text.matchAll(tag)].some(([image]) => !alternative.test(image))

/** Images that say nothing to people who can't see them. */
export const imageFindings = (subject: Subject): Finding[] =>
  subject.definition.steps.flatMap((step: StepDefinition) =>
    fields.flatMap(field => {
      const text = step[field]
      if (text === null || !(text.includes('![') || text.includes('<')) || !hasBareImage(text)) return []
      const message = `An image in ${named(step)} has no alternative text: say in a few words what it shows.`
      return [aboutStep(subject, step, { code: 'WF-A01', severity: 'warning', field, message })]
    }),
  )
