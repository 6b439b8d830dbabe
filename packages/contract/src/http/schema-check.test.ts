import { Closed, Description, Email, Id, Minutes, Name, Nullable, oneOf } from './schemas.ts'
import { Type } from '@sinclair/typebox'
import { describe, expect, it } from 'vitest'
import { fieldName } from './field-name.ts'
import { SchemaCheck } from './schema-check.ts'

const schema = Closed({
  name: Name,
  email: Type.Optional(Email),
  minutes: Type.Optional(Minutes),
  level: Type.Optional(Nullable(oneOf(['easy', 'hard'] as const))),
  description: Type.Optional(Nullable(Description)),
  tags: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { maxItems: 3 })),
  part: Type.Optional(Nullable(Closed({ id: Id }))),
  done: Type.Optional(Type.Boolean()),
  pin: Type.Optional(Type.String({ pattern: '^[0-9]{4}$', description: 'four digits', writeOnly: true })),
})
const check = new SchemaCheck(schema)
const sentences = (value: unknown) => check.faults(value, fieldName).map(({ message }) => message)

describe('SchemaCheck', () => {
  it('takes what fits, and then finds no fault', () => {
    const value = { name: 'Box', level: null, part: { id: 3 }, tags: ['a'], minutes: 0.5 }
    expect(check.fits(value)).toBe(true)
    expect(sentences(value)).toEqual([])
  })

  it.each([
    [{}, '“name” is missing.'],
    [{ name: '  ' }, '“name” may not be blank.'],
    [{ name: '' }, '“name” may not be empty.'],
    [{ name: 7 }, '“name” has to be text, not 7.'],
    [{ name: 'x'.repeat(201) }, '“name” is too long: 201 characters, and at most 200 fit.'],
    [{ name: 'x', nmae: 'y' }, '“nmae” is not a field that this takes.'],
    [{ name: 'x', email: 'anna' }, '“email” has to be an e-mail address, such as “anna@example.org”.'],
    [{ name: 'x', minutes: 86_401 }, '“minutes” has to be from 0 to 86,400, not 86401.'],
    [{ name: 'x', minutes: '5' }, '“minutes” has to be a number, not "5".'],
    [{ name: 'x', level: 'odd' }, '“level” has to be one of: easy, hard, not "odd".'],
    [{ name: 'x', description: 5 }, '“description” has to be text, not 5.'],
    [{ name: 'x', tags: ['a', ''] }, '“tags[1]” may not be empty.'],
    [{ name: 'x', tags: ['a', 'b', 'c', 'd'] }, '“tags” has 4 entries, and at most 3 fit.'],
    [{ name: 'x', part: { id: 1.5 } }, '“part.id” has to be a whole number from 1 to 9,007,199,254,740,991, not 1.5.'],
    [{ name: 'x', part: { id: 0 } }, '“part.id” has to be from 1 to 9,007,199,254,740,991, not 0.'],
    [{ name: 'x', part: [] }, '“part” has to be an object, not [].'],
    [{ name: 'x', done: null }, '“done” has to be true or false, not null.'],
    [{ name: 'x', pin: '12a4' }, '“pin” has to be four digits.'],
    [{ name: 'x', pin: 1234 }, '“pin” has to be text.'],
    [[], 'The body has to be an object, not [].'],
    [null, 'The body has to be an object, not null.'],
  ])('says of %o what is wrong', (value, sentence) => {
    expect(check.fits(value)).toBe(false)
    expect(sentences(value)).toEqual([sentence])
  })

  it('tells every fault at once, one for a field', () => {
    expect(sentences({ name: 3, minutes: -1, extra: 1 })).toEqual([
      '“extra” is not a field that this takes.',
      '“name” has to be text, not 3.',
      '“minutes” has to be from 0 to 86,400, not -1.',
    ])
  })

  it('stops at twenty faults, however many there are', () => {
    const many = { name: 'x', tags: Array.from({ length: 100_000 }, () => 1) }
    expect(check.faults(many, fieldName)).toHaveLength(20)
  })
})
