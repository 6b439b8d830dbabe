import { timerRoutes as routes } from '@hidesync/contract/executions/timer.routes'
import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { mount } from '../http/mount.ts'
import type { ExecutionService } from './execution.service.ts'
import type { TimerService } from './timer.service.ts'

interface Services {
  readonly executions: ExecutionService
  readonly timers: TimerService
}

export function registerTimerRoutes(app: FastifyInstance, { executions, timers }: Services): void {
  mount(app, routes.mine, (_, context) => timers.mine(context))
  mount(app, routes.list, ({ params }, context) => timers.list(params.id, context))
  mount(app, routes.start, ({ params, body }, context) => {
    const { minutes, timer_id = randomUUID() } = body
    const { label = null, step_id = null } = body
    const request = { type: 'start_timer', timer_id, minutes, label: label?.trim() ?? null, step_id } as const
    return executions.command(params.id, request, context, { timer_id, minutes })
  })
  mount(app, routes.pause, ({ params: { id, timer_id } }, context) =>
    executions.command(id, { type: 'pause_timer', timer_id }, context, { timer_id }),
  )
  mount(app, routes.resume, ({ params: { id, timer_id } }, context) =>
    executions.command(id, { type: 'resume_timer', timer_id }, context, { timer_id }),
  )
  mount(app, routes.extend, ({ params: { id, timer_id }, body: { minutes } }, context) =>
    executions.command(id, { type: 'extend_timer', timer_id, minutes }, context, { timer_id, minutes }),
  )
  mount(app, routes.stop, ({ params: { id, timer_id } }, context) =>
    executions.command(id, { type: 'stop_timer', timer_id }, context, { timer_id }),
  )
}
