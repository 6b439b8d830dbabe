import { describe, expect, it } from 'vitest'
import { minutes, positiveInteger, positiveNumber, variable, wholeNumber } from './values.ts'

describe('option values', () => {
  it.each([
    [positiveInteger, '1', 1],
    [wholeNumber, '0', 0],
    [positiveNumber, '2.5', 2.5],
    [minutes, '7.5', 7.5],
    [minutes, '0', 0],
  ])('%o reads %s', (read, text, value) => expect(read(text)).toBe(value))

  it.each([
    [positiveInteger, '0'],
    [positiveInteger, '1e3'],
    [positiveInteger, '99999999999999999999'],
    [wholeNumber, '-1'],
    [wholeNumber, ' 1'],
    [positiveNumber, '0'],
    [positiveNumber, 'NaN'],
    [positiveNumber, 'Infinity'],
    [minutes, '86401'],
    [minutes, '-1'],
    [minutes, '0x10'],
  ])('%o refuses %j', (read, text) => expect(() => read(text)).toThrow('Give'))

  it('gathers variables: numbers, true, false and null as such, all else as text', () => {
    const given = ['method=hand', 'thickness=2.5', 'dry=true', 'none=null', 'note=a=b', 'code=007', 'empty=']
    expect(given.reduce<Record<string, unknown>>((before, text) => variable(text, before), {})).toEqual({
      method: 'hand',
      thickness: 2.5,
      dry: true,
      none: null,
      note: 'a=b',
      code: '007',
      empty: '',
    })
  })

  it.each(['method', '=hand', ''])('refuses the variable %j', text =>
    expect(() => variable(text)).toThrow('Give name=value'),
  )
})
