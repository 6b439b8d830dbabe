import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../text/language.ts'
import { exactOnly, reads, type Understanding } from './intent.ts'
import { languageOf, prepareVocabulary } from './prepare.ts'
import { samplesOf } from './samples.ts'
import { benchIn } from './testing/bench.ts'
import { understand } from './understand.ts'

const runs = 8500
const seed = 20261
/** How long one of these may take on a busy machine. */
const patience = { timeout: 120_000 }

const changes = (understood: Understanding) =>
  understood.kind === 'understood' ? understood.readings.filter(({ intent }) => !reads.has(intent)) : []

/** What is wrong with an answer, whatever was said. */
function faultsOf(understood: Understanding): readonly string[] {
  if (understood.kind === 'unknown') return []
  const { readings, kind } = understood
  const most = kind === 'unclear' ? 3 : 4
  return [
    ...(readings.length > 0 && readings.length <= most ? [] : [`${readings.length} readings`]),
    ...readings.filter(({ confidence }) => !(confidence >= 0 && confidence <= 1)).map(() => 'confidence out of range'),
    ...changes(understood).flatMap(({ confidence, match, intent }) => [
      ...(confidence < 0.75 ? [`${intent} from ${confidence}`] : []),
      ...(match === 'paraphrase' ? [`${intent} guessed`] : []),
      ...(exactOnly.has(intent) && match !== 'exact' ? [`${intent} from a slip`] : []),
    ]),
  ]
}

describe.each(languages)('in %s', code => {
  const prepared = prepareVocabulary(benchIn(code), code)
  const { language } = languageOf(code)
  const words = [...language.automaton.words]
  const sentences = language.templates.flatMap(({ template }) =>
    samplesOf(template, 4).map(sample => sample.map(piece => (piece.kind === 'word' ? piece.word : '3')).join(' ')),
  )

  it('any text is answered', patience, () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 310 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.string({ maxLength: 60 }),
      fc
        .array(fc.constantFrom(...words, ',', '.', '?', '3', '1/2', '#', '20'), { maxLength: 24 })
        .map(said => said.join(' ')),
    )
    fc.assert(
      fc.property(anything, text => {
        expect(faultsOf(understand(text, prepared))).toEqual([])
      }),
      { numRuns: runs, seed },
    )
  })

  it('a sentence with anything done to it is answered, and nothing is lost or booked by a slip', patience, () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...sentences),
        fc.nat(),
        fc.constantFrom('', 'x', 'e', ' ', '🪡', '\u200b'),
        fc.nat({ max: 2 }),
      )
      .map(([sentence, where, put, cut]) => {
        const at = where % (sentence.length + 1)
        return sentence.slice(0, at) + put + sentence.slice(at + cut)
      })
    fc.assert(
      fc.property(mutated, text => {
        expect(faultsOf(understand(text, prepared))).toEqual([])
      }),
      { numRuns: runs, seed },
    )
  })

  it('letters thrown together do nothing', patience, () => {
    // Any word of up to four letters may be one, and a note takes whatever follows; longer ones that are words are left out as well.
    const known = (word: string) => language.lexicon.known.has(word) || language.lexicon.standsFor.has(word)
    const garbage = fc
      .array(
        fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split('')), minLength: 5, maxLength: 12 }),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .filter(each => !each.some(known))
      .map(each => each.join(' '))
    fc.assert(
      fc.property(garbage, text => {
        const understood = understand(text, prepared)
        expect(faultsOf(understood)).toEqual([])
        expect(changes(understood)).toEqual([])
      }),
      { numRuns: runs, seed },
    )
  })
})
