import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages } from '../../text/language.ts'
import { exactOnly, type Vocabulary } from './intent.ts'
import { evaluate, reported, type Sentence } from './testing/evaluate.ts'

const folder = new URL('corpus/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const corpora = readdirSync(folder).filter(name => /^(?!world\.).+\.[a-z]{2}\.json$/.test(name))

/**
 * The least share of sentences that has to end well, asking back among them where that is right. `fresh`, `daily`, `met` and `voiced`
 * were taken apart for what would have understood them, and not mended sentence by sentence: their share goes up, never down; see
 * docs/language.md.
 */
const demanded = { others: 0.97, fresh: 0.93 }
/** What books, loses or ends something. */
const neverByMistake: ReadonlySet<string> = new Set([...exactOnly, 'complete', 'decide', 'select_outcome', 'goto'])

describe.each(languages)('sentences in %s that were written by somebody else', code => {
  const own = corpora.filter(name => name.endsWith(`.${code}.json`))

  it('are there', () => {
    expect(own).toContain(`dev.${code}.json`)
  })

  it.each(own)('%s: are understood, and nothing is done that was not meant', name => {
    const evaluation = evaluate(read(name) as Sentence[], read(`world.${code}.json`) as Vocabulary, code)
    const report = reported(code, evaluation)
    expect(evaluation.sentences).toBeGreaterThanOrEqual(100)
    const isFresh = /^(?:fresh|daily|met|voiced)\./.test(name)
    // Of these some notes keep a word too many, and some things are noted as running short in the words of who said it.
    const mayMisspell = isFresh || /^(?:wide|talk)\./.test(name)
    const grave = evaluation.wronglyDone.filter(({ did }) => did.some(intent => neverByMistake.has(intent)))
    expect(mayMisspell ? grave : evaluation.wronglyDone, report).toEqual([])
    expect(evaluation.right, report).toBeGreaterThanOrEqual(isFresh ? demanded.fresh : demanded.others)
  })
})
