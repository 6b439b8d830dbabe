import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { StepType } from './step-type.schemas.ts'

export const stepTypeRoutes = {
  list: route({
    method: 'GET',
    path: '/workflows/step-types',
    summary: 'The types that a step can have, with the JSON Schema of the data that completing it takes.',
    access: 'user',
    status: 200,
    response: Type.Array(StepType),
  }),
}
