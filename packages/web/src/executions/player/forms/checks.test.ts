import { expect, test } from 'vitest'
import { parseMarkdown } from '../safe-markdown.ts'
import { checksOf } from './checks.ts'

test.each([
  ['Mark the line. Cut along it! Is it straight?', ['Mark the line.', 'Cut along it!', 'Is it straight?']],
  ['1. Mark 1.5 mm in\n2. **Cut**', ['Mark 1.5 mm in', 'Cut']],
  ['1. Draw the pieces:\n   - shell\n   - pocket\n2. Cut', ['Draw the pieces:', 'shell', 'pocket', 'Cut']],
  ['', []],
])('%j is ticked off as %j', (text, checks) => {
  expect(checksOf(parseMarkdown(text))).toEqual(checks)
})
