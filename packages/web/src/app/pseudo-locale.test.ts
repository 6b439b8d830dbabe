import { createTranslator } from 'use-intl'
import { expect, test } from 'vitest'
import { english as en } from '../testing/catalogue.ts'
import { icuArguments } from '../testing/icu-arguments.ts'
import { pseudoMessages } from './pseudo-locale.ts'

const textsOf = (node: unknown): string[] =>
  typeof node === 'string' ? [node] : Object.values(node as object).flatMap(textsOf)

test('en-XA lengthens every text with words by a quarter at least, keeps its arguments, and can be told from English', () => {
  const plain = textsOf(en)
  const pseudo = textsOf(pseudoMessages(en, 'en-XA'))
  expect(pseudo).toHaveLength(plain.length)
  const total = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)
  expect(total(pseudo) / total(plain)).toBeGreaterThan(1.25)
  expect(pseudo.map(text => icuArguments(text).names)).toEqual(plain.map(text => icuArguments(text).names))
  expect(pseudoMessages(en, 'en-XA').runs.title).toBe('Rüñš~~')
})

test('ar-XB turns words round and nothing else', () => {
  const { nav } = pseudoMessages(en, 'ar-XB')
  expect(nav.skip).toBe('\u202ESkip\u202C \u202Eto\u202C \u202Ethe\u202C \u202Econtent\u202C')
  const t = createTranslator({ locale: 'ar-XB', messages: pseudoMessages(en, 'ar-XB'), namespace: 'runs' })
  expect(t('at_step', { name: 'Cut' })).toBe('\u202ENow\u202C: Cut')
})
