import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from './app-error.ts'
import { readJson } from './json-body.ts'

const read = (text: string) => readJson(Buffer.from(text))
const refusal = (text: string | Buffer): AppError => {
  try {
    readJson(Buffer.from(text))
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it was taken')
}

const outcomeOf = (bytes: Buffer): string => {
  try {
    readJson(bytes)
    return 'read'
  } catch (error) {
    return error instanceof AppError ? 'refused' : String(error)
  }
}

describe('readJson', () => {
  it('reads whatever JSON.stringify writes of ordinary values', () => {
    const value = fc.jsonValue({ maxDepth: 8, stringUnit: 'grapheme' })
    fc.assert(
      fc.property(value, given => {
        const text = JSON.stringify(given, (_, part: unknown) => (typeof part === 'number' ? part % 2 ** 53 : part))
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(text))
        expect(read(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('throws an AppError or answers, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(outcomeOf(Buffer.from(bytes))).toMatch(/^(read|refused)$/)
      }),
    )
  })

  it('takes an empty body for none', () => {
    expect(read('')).toBeUndefined()
    expect(read(' \n')).toBeUndefined()
  })

  it('says where JSON stops being JSON', () => {
    const { code, detail } = refusal('{"name": "Box",\n "tags": [1,, 2]}')
    expect(code).toBe('request.malformed')
    expect(detail).toBe('This is not valid JSON: see line 2, column 13.')
    expect(refusal('{"name": "Box"').detail).toBe('This is not valid JSON: it ends too early.')
    expect(refusal('nonsense').detail).toContain('see line 1, column 2')
    expect(refusal(`[${'1,'.repeat(100_000)}]`).detail).toContain('see line 1, column 200002')
  })

  it('refuses bytes that are not UTF-8', () => {
    expect(refusal(Buffer.from([0x22, 0xc3, 0x28, 0x22])).detail).toContain('not UTF-8')
  })

  it('takes 64 levels and refuses the 65th, in objects, lists and both', () => {
    const nested = (depth: number) => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`
    expect(() => read(nested(64))).not.toThrow()
    expect(refusal(nested(66))).toMatchObject({ code: 'request.too_deep', status: 400 })
    const { detail, errors } = refusal(`{"a":${'['.repeat(10_000)}`)
    expect(detail).toBe('The body is nested too deeply: at most 64 levels of objects and lists are taken.')
    expect(errors?.map(({ path }) => path)).toEqual([`/a${'/0'.repeat(63)}`])
  })

  it('does not count brackets inside texts as nesting', () => {
    expect(read(JSON.stringify({ text: '[{'.repeat(500), quoted: '\\"[[' }))).toHaveProperty('text')
  })

  it('refuses a key that is there twice, also where the second is spelled with an escape, and says which', () => {
    expect(refusal('{"a":1,"a":2}').detail).toBe('“a” is there twice, so it is not clear which one counts.')
    const nested = refusal('{"steps":[{"name":"a"},{"name":"x","n\\u0061me":"y"}]}')
    expect(nested.errors?.[0]?.path).toBe('/steps/1/name')
    expect(nested.detail).toContain('“steps[1].name” is there twice')
  })

  it('takes the same key in two objects, and the same text as key and value', () => {
    expect(read('{"a":{"a":"a"},"b":[{"a":1},{"a":1}],"c":"a"}')).toEqual({
      a: { a: 'a' },
      b: [{ a: 1 }, { a: 1 }],
      c: 'a',
    })
  })

  it('names the field that holds a control character, and leaves tabs and line breaks', () => {
    expect(read('{"text":"a\\tb\\r\\nc"}')).toEqual({ text: 'a\tb\r\nc' })
    const { errors, status } = refusal('{"name":"a\\u0000b","tags":["ok","\\u001b[31m"]}')
    expect(status).toBe(422)
    expect(errors?.map(({ path }) => path)).toEqual(['/name', '/tags/1'])
    expect(errors?.[0]?.message).toBe('“name” contains the control character U+0000, which no text may hold.')
  })

  it('refuses half a surrogate pair and takes whole ones', () => {
    expect(read('{"name":"\\ud83e\\udeb5"}')).toEqual({ name: '🪵' })
    expect(refusal('{"name":"\\ud83e"}').detail).toContain('“name” contains half of a surrogate pair')
    expect(refusal('{"\\udeb5":1}').detail).toContain('half of a surrogate pair')
  })

  it('refuses numbers that cannot be kept exactly', () => {
    expect(read('[9007199254740991, -9007199254740991, 0.1, 1e-300]')).toHaveLength(4)
    const details = ['1e999', '-1e999', '9007199254740993', '1e300'].map(text => refusal(`{"n":${text}}`).detail)
    expect(new Set(details)).toEqual(
      new Set(['“n” is a number beyond ±9007199254740991, which cannot be kept exactly.']),
    )
  })

  it('refuses names that reach the prototype, and takes an honest prototype', () => {
    expect(refusal('{"variables":{"__proto__":{"admin":true}}}').errors?.[0]?.path).toBe('/variables/__proto__')
    expect(refusal('{"constructor":{"prototype":{}}}').status).toBe(422)
    expect(read('{"prototype":"in cardboard","constructor":"Anna"}')).toHaveProperty('prototype')
  })

  it('refuses names of more than 1,000 characters, and repeats none at length', () => {
    const name = 'n'.repeat(1000)
    expect(read(`{"${name}":1}`)).toEqual({ [name]: 1 })
    expect(refusal(`{"metadata":{"${name}n":1}}`).errors?.[0]?.path).toBe('/metadata')
    expect(JSON.stringify(refusal(`{"${'n'.repeat(1_000_000)}":{"a":1,"a":2}}`).errors).length).toBeLessThan(1000)
  })

  it('tells at most twenty faults of thousands', () => {
    expect(refusal(JSON.stringify(Array.from({ length: 5000 }, () => '\u0001'))).errors).toHaveLength(20)
  })
})
