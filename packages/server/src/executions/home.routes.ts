import { homeRoutes as routes } from '@hidesync/contract/executions/home.routes'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/database.ts'
import { mount } from '../http/mount.ts'
import { readHome } from './home.reader.ts'
import { localiseHome } from './localised-home.ts'

interface Services {
  readonly db: Database
  readonly now: () => Date
}

export function registerHomeRoutes(app: FastifyInstance, { db, now }: Services): void {
  mount(app, routes.home, async (_, { caller, languages }) =>
    localiseHome(db, await readHome(db, caller.user_id, now()), languages),
  )
}
