import { describe, expect, it } from 'vitest'
import { readMarkdown } from './markdown.ts'

describe('readMarkdown', () => {
  it.each([
    ['# Cutting\nCut.', 'Cutting\nCut.'],
    ['Cut **away** from __you__.', 'Cut away from you.'],
    ['Set `S` to 3.', 'Set S to 3.'],
    ['See [the table](https://example.org/a).', 'See the table (https://example.org/a).'],
    ['* one\n  + two\n1. three', '- one\n  - two\n1. three'],
    ['2 * 3 = 6, snake_case and 4 ** 2', '2 * 3 = 6, snake_case and 4 ** 2'],
    ['#5 thread, [sic]', '#5 thread, [sic]'],
  ])('reads %j as %j', (text, expected) => expect(readMarkdown(text)).toBe(expected))
})
