import { instructionsText, plain, plainLine } from './markdown-text.ts'
import type { Sheet, SheetStep } from './sheet.ts'

const list = (lines: readonly string[], bullet = '- '): string =>
  lines.map(line => `${bullet}${plainLine(line)}`).join('\n')

const quoted = (word: string, text: string): string => {
  const [first = '', ...rest] = plain(text).split('\n')
  return [`> **${word}:** ${first}`, ...rest.map(line => `> ${line}`.trimEnd())].join('\n')
}

function stepBlocks({ words }: Sheet, { number, step, time, needs, options, next }: SheetStep): string[] {
  return [
    `### ${number}\\. ${plainLine(step.name)}${time === null ? '' : ` (${plainLine(time)})`}`,
    ...(step.description === null ? [] : [plain(step.description)]),
    ...step.warnings.map(warning => quoted(words.warning, warning)),
    ...(needs.length === 0 ? [] : [`**${words.needs}:**`, list(needs)]),
    ...(step.instructions === null ? [] : [instructionsText(step.instructions)]),
    ...(step.detailed_instructions === null
      ? []
      : [`**${words.details}:**`, instructionsText(step.detailed_instructions)]),
    ...step.tips.map(tip => quoted(words.tip, tip)),
    ...(options.length === 0 ? [] : [`**${words.choose}:**`, list(options)]),
    ...(next.length === 0 ? [] : [`**${words.next}:** ${next.map(plainLine).join(' · ')}`]),
  ]
}

/** The sheet as Markdown, for people to read and print. */
export function writeMarkdown(sheet: Sheet): string {
  const blocks = [
    `# ${plainLine(sheet.title)}`,
    ...(sheet.description === null ? [] : [plain(sheet.description)]),
    sheet.facts.map(plainLine).join(' · '),
    ...sheet.lists.flatMap(({ heading, lines, is_checklist }) => [
      `## ${heading}`,
      list(lines, is_checklist ? '- [ ] ' : '- '),
    ]),
    `## ${sheet.words.steps}`,
    ...sheet.steps.flatMap(step => stepBlocks(sheet, step)),
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}
