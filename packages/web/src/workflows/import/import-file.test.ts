import { expect, test } from 'vitest'
import { formatOf, guessFormat, nameOf } from './import-file.ts'

test.each([
  ['wallet.json', 'json'],
  ['Wallet.YML', 'yaml'],
  ['wallet.howto.json', 'howto'],
  ['diagram.bpmn', 'bpmn'],
  ['recipe.htm', 'html'],
  ['notes.md', 'text'],
  ['steps.tsv', 'csv'],
  ['no ending', 'json'],
])('formatOf(%s) is %s', (file, format) => {
  expect(formatOf(file)).toBe(format)
})

test.each([
  ['  {"preset_info": {}}', 'json'],
  ['{"@context": "https://schema.org", "@type": "HowTo"}', 'howto'],
  ['<!DOCTYPE html><html></html>', 'html'],
  ['<?xml version="1.0"?><definitions/>', 'bpmn'],
  ['preset_info:\n  name: Wallet', 'yaml'],
  ['name,duration\nCut,10', 'csv'],
  ['Cut, then sew\nGlue', 'text'],
])('guessFormat() of %j is %s', (text, format) => {
  expect(guessFormat(text)).toBe(format)
})

test('nameOf() calls a table as its file is called, and leaves presets their own name', () => {
  const bytes = new Uint8Array()
  expect(nameOf({ file: 'my_first-box.csv', format: 'csv', bytes })).toBe('my first box')
  expect(nameOf({ file: 'wallet.json', format: 'json', bytes })).toBeNull()
})
