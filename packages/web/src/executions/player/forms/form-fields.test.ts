import { expect, test } from 'vitest'
import { formFields, missingField } from './form-fields.ts'

const form = {
  type: 'object',
  properties: {
    passed: { type: 'boolean', title: 'The piece is as it should be' },
    findings: { type: 'string', description: 'In your own words' },
    grade: { enum: ['a', 'b'] },
    gap_left: { type: 'number', minimum: 0, maximum: 2 },
    list: { type: 'array' },
  },
  required: ['passed'],
}

test('each plain property of a schema is a field, in its order', () => {
  expect(formFields(form).map(({ name, kind, title }) => [name, kind, title])).toEqual([
    ['passed', 'yes_no', 'The piece is as it should be'],
    ['findings', 'text', 'Findings'],
    ['grade', 'choice', 'Grade'],
    ['gap_left', 'number', 'Gap left'],
  ])
  expect(formFields(form).at(-1)).toMatchObject({ min: 0, max: 2, isRequired: false })
  expect(formFields({ type: 'object' })).toEqual([])
})

test('a required field is missing until it has a value, and no is one', () => {
  const fields = formFields(form)
  expect(missingField(fields, {})?.name).toBe('passed')
  expect(missingField(fields, { passed: null })?.name).toBe('passed')
  expect(missingField(fields, { passed: false })).toBeUndefined()
})
