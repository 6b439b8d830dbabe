import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAction } from './action.ts'
import { stepDataKeys } from '../step-types/step-data.ts'
import { evaluate, parseCondition, variablesOf } from './condition.ts'
import type { JsonObject, JsonSource, JsonValue } from './definition.ts'

const holds = (source: JsonSource, variables: JsonObject = {}): boolean => {
  const parsed = parseCondition(source)
  if (!parsed.ok) throw new Error(parsed.problem)
  return evaluate(parsed.condition, variables)
}
const problem = (source: JsonSource): string => {
  const parsed = parseCondition(source)
  return parsed.ok ? 'none' : parsed.problem
}
const own = (name: string, value: JsonValue): JsonObject => Object.fromEntries([[name, value]])
const nested = (levels: number): string => `${'{"not":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`

describe('a condition', () => {
  const variables: JsonObject = { method: 'hand', thickness: 2, dry: true, sizes: [1, 2], none: null }

  it.each<[JsonSource, boolean]>([
    [{}, true],
    ['{}', true],
    [{ method: 'hand' }, true],
    ['{"method":"hand"}', true],
    [{ method: 'hand', thickness: 2 }, true],
    [{ method: 'hand', thickness: 3 }, false],
    [{ if: { method: 'hand' } }, true],
    [{ all: [{ method: 'hand' }, { dry: false }] }, false],
    [{ any: [{ method: 'power' }, { dry: true }] }, true],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ not: { method: 'power' } }, true],
    [{ thickness: { gte: 2 } }, true],
    [{ thickness: { gt: 2 } }, false],
    [{ thickness: { gt: 1, lt: 3 } }, true],
    [{ thickness: { gt: 1, lt: 2 } }, false],
    [{ thickness: { lte: 2, ne: 5 } }, true],
    [{ method: { in: ['hand', 'power'] } }, true],
    [{ method: { gt: 'a' } }, true],
    [{ sizes: [1, 2] }, true],
    [{ none: null }, true],
    [{ dry: { exists: true } }, true],
    [{ wet: { exists: false } }, true],
    [{ wet: { exists: true } }, false],
  ])('%j is %s', (source, expected) => {
    expect(holds(source, variables)).toBe(expected)
  })

  it.each(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'])('compares an unset variable with %s to false', operator => {
    expect(holds({ wet: { [operator]: 1 } }, variables)).toBe(false)
  })

  it('takes values of unlike types for unequal and never orders them', () => {
    expect(holds({ thickness: '2' }, variables)).toBe(false)
    expect(holds({ thickness: { ne: '2' } }, variables)).toBe(true)
    expect(holds({ thickness: { gte: '1' } }, variables)).toBe(false)
    expect(holds({ thickness: { lt: '9' } }, variables)).toBe(false)
  })

  it.each<[JsonSource, RegExp]>([
    ['', /not valid JSON/],
    ['{"a":', /not valid JSON/],
    ['[1]', /has to be an object/],
    ['"hand"', /has to be an object/],
    [{ thickness: { above: 2 } }, /“thickness” uses the unknown operator “above”: use eq, ne/],
    [{ thickness: {} }, /names no operator/],
    [{ all: { method: 'hand' } }, /“all” has to hold a list/],
    [{ any: ['hand'] }, /“any” has to hold conditions only/],
    [{ not: true }, /“not” has to hold a condition/],
    [{ if: 'hand' }, /“if” has to hold a condition/],
    [{ thickness: { in: 2 } }, /“in” compares with a list/],
    [{ thickness: { exists: 'yes' } }, /true or false/],
    [{ thickness: { gt: true } }, /a number or a text/],
    ['{"a":1,"a":2}', /“a” is there twice/],
    ['{"all":[{"a":{"eq":1,"eq":2}}]}', /“all\/0\/a\/eq” is there twice/],
    ['{"a":1e999}', /cannot be kept exactly/],
    ['{"a":[-9007199254740993]}', /cannot be kept exactly/],
  ])('%j is refused', (source, expected) => {
    expect(problem(source)).toMatch(expected)
  })

  it('is bounded in size', () => {
    expect(problem(`{"a":"${'x'.repeat(20_000)}"}`)).toMatch(/longer than 20000 characters/)
    expect(problem({ a: Array.from({ length: 3_000 }, () => 1) })).toMatch(/more than 2000 parts/)
  })

  it('may be nested 64 levels deep, as text and as an object, and no deeper', () => {
    expect(problem(nested(64))).toBe('none')
    for (const levels of [65, 2_000]) {
      expect(problem(nested(levels))).toMatch(/nested more than 64 levels/)
      expect(problem(JSON.parse(nested(levels)) as JsonObject)).toMatch(/nested more than 64 levels/)
    }
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('takes %s for a name like any other', name => {
    expect(holds(own(name, { exists: true }))).toBe(false)
    expect(holds(own(name, { ne: 1 }))).toBe(false)
    expect(holds(own(name, 7), own(name, 7))).toBe(true)
    const parsed = parseCondition(own(name, 7))
    expect(parsed.ok && variablesOf(parsed.condition)).toEqual([name])
  })

  it('ignores the keys under which a step keeps its data', () => {
    const parsed = parseCondition({ quality_standards: { gap: { below: 1 } }, dry: true }, stepDataKeys('instruction'))
    expect(parsed.ok && evaluate(parsed.condition, { dry: true })).toBe(true)
    expect(parsed.ok && evaluate(parsed.condition, {})).toBe(false)
  })

  it('ignores what a custom step type keeps under its own name, for steps of that type alone', () => {
    const source = { inspection_checklist: ['edges'], dry: true }
    const parsed = parseCondition(source, stepDataKeys('inspection'))
    expect(parsed.ok && variablesOf(parsed.condition)).toEqual(['dry'])
    const other = parseCondition({ instruction_count: 2 }, stepDataKeys('instruction'))
    expect(other.ok && variablesOf(other.condition)).toEqual(['instruction_count'])
  })

  it('never throws, whatever the JSON and the variables', () => {
    const json = fc.jsonValue({ maxDepth: 6 }) as fc.Arbitrary<JsonValue>
    const key = fc.constantFrom('all', 'any', 'not', 'if', 'eq', 'in', 'exists', '__proto__', 'constructor', 'a')
    const { condition } = fc.letrec<{ condition: JsonValue }>(tie => ({
      condition: fc.oneof(
        { maxDepth: 5 },
        json,
        fc.array(tie('condition'), { maxLength: 3 }),
        fc.dictionary(key, tie('condition'), { maxKeys: 3 }).map(one => Object.fromEntries(Object.entries(one))),
      ),
    }))
    fc.assert(
      fc.property(condition, fc.dictionary(key, json), fc.boolean(), (value, variables, asText) => {
        const source = (asText ? JSON.stringify(value) : value) as JsonSource
        const parsed = parseCondition(source)
        const told = parsed.ok ? evaluate(parsed.condition, variables) : parsed.problem
        expect(told).not.toBe('')
        expect(parseAction(source)).toHaveProperty('ok')
      }),
      { numRuns: 500 },
    )
  })

  it('is the opposite of its negation', () => {
    const source = fc.dictionary(
      fc.constantFrom('a', 'b'),
      fc.oneof(fc.integer({ min: 0, max: 2 }), fc.record({ gte: fc.integer({ min: 0, max: 2 }) })),
    )
    const variables = fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 2 }))
    const differs = fc.property(source, variables, (one, values) => {
      expect(holds({ not: one }, values)).toBe(!holds(one, values))
    })
    fc.assert(differs)
  })
})

describe('an action', () => {
  it('sets variables, goes to a step, names an outcome, or several of these', () => {
    expect(parseAction('{"set_variable":{"method":"hand"},"goto_step":5}')).toEqual({
      ok: true,
      action: { set_variable: { method: 'hand' }, goto_step: 5, complete_with_outcome: null },
    })
    expect(parseAction({ complete_with_outcome: 2 })).toMatchObject({ ok: true, action: { complete_with_outcome: 2 } })
  })

  it.each<[JsonSource, RegExp]>([
    ['go on', /not valid JSON/],
    [{ goto: 5 }, /“goto” is no action: use set_variable, goto_step, complete_with_outcome/],
    [{ goto_step: '5' }, /“goto_step” has to hold the id of a step/],
    [{ complete_with_outcome: null }, /the id of an outcome/],
    [{ set_variable: 'method' }, /names and values/],
  ])('%j is refused', (source, expected) => {
    const parsed = parseAction(source)
    expect(parsed.ok ? 'accepted' : parsed.problem).toMatch(expected)
  })
})
