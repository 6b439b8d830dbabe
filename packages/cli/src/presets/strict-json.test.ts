import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStrictJson } from './strict-json.ts'

describe('parseStrictJson', () => {
  it('reads every JSON document as JSON.parse does', () => {
    const document = fc.jsonValue({ maxDepth: 5 })
    fc.assert(
      fc.property(document, value => {
        const text = JSON.stringify(value)
        const numbers = text.match(/-?\d+(\.\d+)?([eE][-+]?\d+)?/g) ?? []
        fc.pre(numbers.every(each => !Number.isInteger(Number(each)) || Number.isSafeInteger(Number(each))))
        expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })

  it('reads a file that begins with a byte order mark', () =>
    expect(parseStrictJson('\ufeff{"a": 1}')).toEqual({ ok: true, value: { a: 1 } }))

  it.each([
    ['{"a": 1,\n "b": 2,\n "a": 3}', 'The field “a” stands twice in one object.', 3, 2],
    ['[{"a": 1}, {"x": {"a": 1, "\\u0061": 2}}]', 'The field “a” stands twice in one object.', 1, 27],
    ['{"a": 1e999}', 'The number 1e999 is too large to be kept exactly.', 1, 7],
    ['{"id": 9007199254740993}', 'The number 9007199254740993 is too large to be kept exactly.', 1, 8],
    ['{"a": 1,\n}', 'This is no JSON: "}" should not stand there.', 2, 1],
    ['{"a": [1, 2', 'This is no JSON: it ends too early.', 1, 12],
    ['<html>', 'This is no JSON: "<" should not stand there.', 1, 1],
    ['{"a": 1,\n "b": [true, x]}', 'This is no JSON: "x" should not stand there.', 2, 14],
    ['', 'This is no JSON: it ends too early.', 1, 1],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 'It is nested deeper than 64 levels.', 1, 65],
  ])('refuses %s, saying what and where', (text, message, line, column) =>
    expect(parseStrictJson(text)).toEqual({ ok: false, problem: { message, line, column } }),
  )

  it('lets the same key stand in different objects, and in texts', () =>
    expect(parseStrictJson('{"a": {"a": "a\\"a\\": 1"}, "b": [{"a": 1}, {"a": 2}]}').ok).toBe(true))

  it('does not falter at nesting without end', () => expect(parseStrictJson('['.repeat(100_000)).ok).toBe(false))
})
