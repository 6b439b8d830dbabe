import { Type } from '@sinclair/typebox'
import { route } from '../http/route.ts'
import { oneOf, Timestamp } from '../http/schemas.ts'

export const operationRoutes = {
  health: route({
    method: 'GET',
    path: '/workflows/health',
    summary: 'Whether the workflow service answers.',
    access: 'open',
    status: 200,
    response: Type.Object({
      status: oneOf(['healthy', 'unhealthy'] as const),
      service: Type.Literal('workflow_management'),
      timestamp: Timestamp,
    }),
  }),
}
