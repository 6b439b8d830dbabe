import { describe, expect, it } from 'vitest'
import { languages } from '../../text/language.ts'
import { reads } from './intent.ts'
import { fillingOf, meaningKeys, ruleOf } from './meaning.ts'
import { languageOf, prepareVocabulary } from './prepare.ts'
import { samplesOf } from './samples.ts'
import { parseTemplate } from './template.ts'
import { emptyBench } from './testing/bench.ts'
import { understand } from './understand.ts'

const perTemplate = 40
/** The templates are gone through in parts, since each says dozens of sentences. */
const portions = [0, 1, 2, 3, 4, 5, 6, 7]
/** What it is about: "this is done", since "is this done" would be a question. */
const subject = { en: 'this', de: 'das', fr: 'ça', es: 'esto' }

describe.each(languages)('the sentences in %s', code => {
  const { language } = languageOf(code)

  it('say what their meaning says, no more and no less', () => {
    const wrong = language.templates.flatMap(({ key, template }) =>
      samplesOf(template, perTemplate).flatMap(sample => {
        const filled = new Set(sample.flatMap(piece => (piece.kind === 'slot' ? [fillingOf(piece.slot)] : [])))
        const says = new Set(ruleOf(key).says)
        const same = filled.size === says.size && [...says].every(each => filled.has(each))
        return same ? [] : [`${key}: ${sample.map(p => (p.kind === 'slot' ? `{${p.slot}}` : p.word)).join(' ')}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('exist for every meaning, in more than one wording', () => {
    const ways = (key: string) =>
      language.templates.filter(each => each.key === key).flatMap(({ template }) => samplesOf(template, perTemplate))
    // An option by its name alone can be said in one way only.
    expect(meaningKeys.filter(key => ways(key).length < 2)).toEqual(['decide_bare'])
  })

  it('told beside a command do nothing by themselves', () => {
    const prepared = prepareVocabulary(emptyBench, code)
    const literal = (text: string) => text.split(' ').filter(word => word !== '')
    const doing = language.wording.asides.flatMap(aside =>
      samplesOf(parseTemplate(aside, new Map(), literal), perTemplate).flatMap(sample => {
        const text = sample.map(piece => (piece.kind === 'word' ? piece.word : '')).join(' ')
        const understood = understand(text, prepared)
        const readings = understood.kind === 'understood' ? understood.readings : []
        const does = readings.filter(({ intent }) => !reads.has(intent) && !['yes', 'no'].includes(intent))
        return does.map(({ intent }) => `“${text}” does ${intent}`)
      }),
    )
    expect(doing).toEqual([])
  })

  it.each(portions)('are not taken for anything else (part %i)', portion => {
    const prepared = prepareVocabulary(emptyBench, code)
    let asked = 0
    const own = language.templates.filter((_, index) => index % portions.length === portion)
    const stolen = own.flatMap(({ key, template }) =>
      samplesOf(template, perTemplate).flatMap(sample => {
        if (sample.some(({ kind }) => kind === 'slot')) return []
        const text = [subject[code], ...sample.map(piece => (piece.kind === 'word' ? piece.word : ''))].join(' ')
        asked += 1
        const understood = understand(text, prepared)
        const readings = understood.kind === 'understood' ? understood.readings : []
        const [reading] = readings
        return readings.length === 1 && reading?.intent === ruleOf(key).intent
          ? []
          : [`${key}: “${text}” is ${understood.kind} ${reading?.intent ?? ''}`]
      }),
    )
    expect(stolen).toEqual([])
    expect(asked).toBeGreaterThan(500)
  })
})
