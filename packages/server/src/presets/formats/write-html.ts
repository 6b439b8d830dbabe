import { disabledMarkdown } from '@hidesync/domain/text/markdown-subset'
import { micromark } from 'micromark'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { Sheet, SheetStep } from './sheet.ts'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, sign => signs[sign] ?? sign)

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map(paragraph => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('')

/** HTML in it is shown as it was typed, and micromark lets no address through that runs something. */
const instructions = (text: string): string =>
  micromark(text, { extensions: [{ disable: { null: [...disabledMarkdown] } }] })

const list = (lines: readonly string[]): string => `<ul>${lines.map(line => `<li>${escaped(line)}</li>`).join('')}</ul>`

const style = `
@page { size: A4; margin: 16mm 16mm 18mm }
* { box-sizing: border-box }
body { font: 11pt/1.45 system-ui, sans-serif; color: #1d1a17; background: #fff; max-width: 178mm; margin: 0 auto; padding: 6mm }
h1 { font-size: 22pt; line-height: 1.15; margin: 0 0 3mm }
h2 { font-size: 14pt; margin: 7mm 0 2mm; border-bottom: 1px solid #bbb }
h3 { font-size: 12pt; margin: 0 0 1.5mm; break-after: avoid }
.facts { color: #555 }
.lists { columns: 2; column-gap: 8mm }
.lists section { break-inside: avoid }
.step { break-inside: avoid-page; border-top: 1px solid #ddd; padding: 3mm 0 }
.time { font-weight: normal; color: #555 }
.warning { border-left: 3px solid #a33; background: #fbf0ee; padding: 1.5mm 3mm; margin: 2mm 0 }
.tip { border-left: 3px solid #4a7; background: #f0f7f3; padding: 1.5mm 3mm; margin: 2mm 0 }
.warning p, .tip p { display: inline; margin: 0 }
.needs { color: #333; font-size: 10pt }
ul, ol { margin: 1mm 0; padding-left: 6mm }
p { margin: 1.5mm 0 }
pre, code { font-family: ui-monospace, monospace; font-size: 10pt; white-space: pre-wrap }
@media print { body { padding: 0; max-width: none } a { color: inherit } }
`

const note = (kind: 'warning' | 'tip', word: string, text: string): string =>
  `<div class="${kind}"><strong>${escaped(word)}:</strong> ${paragraphs(text)}</div>`

function stepHtml({ words }: Sheet, { number, step, time, needs, options, next }: SheetStep): string {
  return [
    `<article class="step" id="step-${number}">`,
    `<h3>${number}. ${escaped(step.name)}${time === null ? '' : ` <span class="time">${escaped(time)}</span>`}</h3>`,
    step.description === null ? '' : paragraphs(step.description),
    ...step.warnings.map(text => note('warning', words.warning, text)),
    needs.length === 0 ? '' : `<div class="needs"><strong>${words.needs}:</strong>${list(needs)}</div>`,
    step.instructions === null ? '' : instructions(step.instructions),
    step.detailed_instructions === null
      ? ''
      : `<p><strong>${words.details}</strong></p>${instructions(step.detailed_instructions)}`,
    ...step.tips.map(text => note('tip', words.tip, text)),
    options.length === 0 ? '' : `<p><strong>${words.choose}:</strong></p>${list(options)}`,
    next.length === 0 ? '' : `<p><strong>${words.next}:</strong> ${next.map(escaped).join(' · ')}</p>`,
    '</article>',
  ]
    .filter(part => part !== '')
    .join('\n')
}

/** JSON that no HTML parser takes for the end of its element. */
const embedded = (value: JsonObject): string =>
  JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    sign => String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/**
 * The sheet as a page of its own to print on A4: no scripts, nothing loaded from anywhere. The same as schema.org data is inside, so that the
 * page can be read by others, and imported again.
 */
export function writeHtml(sheet: Sheet, data: JsonObject): string {
  return [
    '<!doctype html>',
    `<html lang="${escaped(sheet.locale)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(sheet.title)}</title>`,
    `<style>${style}</style>`,
    `<script type="application/ld+json">${embedded(data)}</script>`,
    '</head>',
    '<body>',
    `<h1>${escaped(sheet.title)}</h1>`,
    sheet.description === null ? '' : paragraphs(sheet.description),
    `<p class="facts">${sheet.facts.map(escaped).join(' · ')}</p>`,
    '<div class="lists">',
    ...sheet.lists.map(({ heading, lines }) => `<section><h2>${escaped(heading)}</h2>${list(lines)}</section>`),
    '</div>',
    `<h2>${escaped(sheet.words.steps)}</h2>`,
    ...sheet.steps.map(step => stepHtml(sheet, step)),
    '</body>',
    '</html>',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n')
}
