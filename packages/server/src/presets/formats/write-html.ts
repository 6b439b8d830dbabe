import { disabledMarkdown } from '@hidesync/domain/text/markdown-subset'
import { micromark } from 'micromark'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { Sheet, SheetStep } from './sheet.ts'

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, sign => signs[sign] ?? sign)

/** Texts of people find their own direction, whatever that of the page. */
const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map(paragraph => `<p dir="auto">${escaped(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('')

/** HTML in it is shown as it was typed, and micromark lets no address through that runs something. */
const instructions = (text: string): string =>
  micromark(text, { extensions: [{ disable: { null: [...disabledMarkdown] } }] })

const list = (lines: readonly string[], kind = ''): string =>
  `<ul${kind === '' ? '' : ` class="${kind}"`}>${lines.map(line => `<li dir="auto">${escaped(line)}</li>`).join('')}</ul>`

/** Languages that are written from right to left. */
const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])
const directionOf = (locale: string): 'rtl' | 'ltr' => (rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr')

/** Large enough to be read on a wall; boxes are drawn by borders, which print where backgrounds do not. */
const style = `
@page { size: A4; margin: 14mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 10pt system-ui, sans-serif } }
* { box-sizing: border-box }
body { font: 12pt/1.35 system-ui, sans-serif; color: #1d1a17; background: #fff; max-width: 178mm; margin: 0 auto; padding: 6mm; overflow-wrap: break-word }
h1 { font-size: 28pt; line-height: 1.15; margin: 0 0 3mm }
h2 { font-size: 17pt; margin: 8mm 0 2mm; border-bottom: 1pt solid #1d1a17; break-after: avoid }
h3 { font-size: 16pt; line-height: 1.25; margin: 0 0 2mm; break-after: avoid }
.facts, .time { color: #4a443e }
.lists { columns: 2; column-gap: 8mm; font-size: 11pt }
.lists section { break-inside: avoid; margin-block-end: 5mm }
.lists h2 { margin-block-start: 0 }
.step { break-inside: avoid; border-block-start: 1.5pt solid #1d1a17; padding: 3mm 0 }
.step > h3::before, .check > li::before { content: ""; display: inline-block; width: .8em; height: .8em; border: 1.2pt solid #1d1a17; border-radius: .12em; margin-inline-end: .45em; vertical-align: -.06em }
.check { list-style: none; padding-inline-start: 1.3em }
.check > li::before { margin-inline-start: -1.25em }
.time { font-weight: normal; white-space: nowrap }
.warning, .tip { padding: 1.5mm 3mm; margin: 2mm 0; break-inside: avoid }
.warning { border: 1.5pt solid #a33; border-inline-start-width: 6pt; background: #fbf0ee }
.tip { border-inline-start: 3pt solid #4a7; background: #f0f7f3 }
.warning p:first-of-type, .tip p:first-of-type { display: inline; margin: 0 }
.needs, .details { font-size: 11pt }
ul, ol { margin: 1mm 0; padding-inline-start: 7mm }
p { margin: 1.5mm 0; orphans: 3; widows: 3 }
pre, code { font-family: ui-monospace, monospace; font-size: 11pt; white-space: pre-wrap }
@media print { body { padding: 0; max-width: none } a { color: inherit } }
`

const note = (kind: 'warning' | 'tip', word: string, text: string): string =>
  `<div class="${kind}"><strong>${escaped(word)}:</strong> ${paragraphs(text)}</div>`

function stepHtml({ words }: Sheet, { number, step, time, needs, options, next }: SheetStep): string {
  return [
    `<article class="step" id="step-${number}">`,
    `<h3 dir="auto">${number}. ${escaped(step.name)}${time === null ? '' : ` <span class="time">${escaped(time)}</span>`}</h3>`,
    step.description === null ? '' : paragraphs(step.description),
    ...step.warnings.map(text => note('warning', words.warning, text)),
    needs.length === 0 ? '' : `<div class="needs"><strong>${words.needs}:</strong>${list(needs)}</div>`,
    step.instructions === null ? '' : instructions(step.instructions),
    step.detailed_instructions === null
      ? ''
      : `<div class="details"><p><strong>${words.details}</strong></p>${instructions(step.detailed_instructions)}</div>`,
    ...step.tips.map(text => note('tip', words.tip, text)),
    options.length === 0 ? '' : `<p><strong>${words.choose}:</strong></p>${list(options, 'check')}`,
    next.length === 0 ? '' : `<p dir="auto"><strong>${words.next}:</strong> ${next.map(escaped).join(' · ')}</p>`,
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
    `<html lang="${escaped(sheet.locale)}" dir="${directionOf(sheet.locale)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(sheet.title)}</title>`,
    `<style>${style}</style>`,
    `<script type="application/ld+json">${embedded(data)}</script>`,
    '</head>',
    '<body>',
    `<h1 dir="auto">${escaped(sheet.title)}</h1>`,
    sheet.description === null ? '' : paragraphs(sheet.description),
    `<p class="facts" dir="auto">${sheet.facts.map(escaped).join(' · ')}</p>`,
    '<div class="lists">',
    ...sheet.lists.map(
      ({ heading, lines, is_checklist }) =>
        `<section><h2>${escaped(heading)}</h2>${list(lines, is_checklist ? 'check' : '')}</section>`,
    ),
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
