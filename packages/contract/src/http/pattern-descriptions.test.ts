import { describe, expect, it } from 'vitest'
import { routes } from '../routes.ts'

/** What is said of a pattern that a value does not fit: “has to be …, not …”. */
function told(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'pattern' in schema && 'description' in schema ? [String(schema.description)] : []
  return [...own, ...Object.values(schema).flatMap(told)]
}

describe('the description of a pattern', () => {
  const found = [...new Set(told(routes))]

  it('was found', () => expect(found.length).toBeGreaterThan(5))

  it.each(found)('goes on with “has to be”: %s', description => {
    expect(description).toMatch(/^[\p{Ll}\d].*[^.]$/u)
  })
})
