import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { Closed } from '../http/schemas.ts'
import { EnumValue, EnumValueChanges, NewEnumValue } from './enum.schemas.ts'

// Any text: a type or value that does not exist is 404, not malformed.
const type = Type.String({ maxLength: 100 })
const value = Closed({ type, code: Type.String({ maxLength: 100 }) })

export const enumRoutes = {
  list: route({
    method: 'GET',
    path: '/enums/:type',
    summary: 'The values of an enumeration in display order, in your language.',
    access: 'user',
    params: Closed({ type }),
    query: Closed({ texts: Type.Optional(Type.Boolean({ description: 'With the texts in all languages.' })) }),
    status: 200,
    response: Type.Array(EnumValue),
  }),
  create: route({
    method: 'POST',
    path: '/enums/:type/values',
    summary:
      'Add a value of your own. A step type without a handler behaves as an instruction; other types are only named.',
    access: 'superuser',
    params: Closed({ type }),
    body: NewEnumValue,
    status: 201,
    response: EnumValue,
  }),
  update: route({
    method: 'PUT',
    path: '/enums/:type/values/:code',
    summary: 'Change the texts and the order of a value, also of the system’s.',
    access: 'superuser',
    params: value,
    body: EnumValueChanges,
    status: 200,
    response: EnumValue,
  }),
  delete: route({
    method: 'DELETE',
    path: '/enums/:type/values/:code',
    summary: 'Remove a value of your own that nothing uses.',
    access: 'superuser',
    params: value,
    status: 204,
  }),
}
