import { stepTypeRoutes as routes } from '@hidesync/contract/step-types/step-type.routes'
import type { FastifyInstance } from 'fastify'
import { mount } from '../http/mount.ts'
import type { StepTypeService } from './step-type.service.ts'

export function registerStepTypeRoutes(
  app: FastifyInstance,
  { stepTypes }: { readonly stepTypes: StepTypeService },
): void {
  mount(app, routes.list, (_, context) => stepTypes.list(context))
}
