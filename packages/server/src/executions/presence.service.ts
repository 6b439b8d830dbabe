import { presenceLasts, type DeviceKind, type Presence } from '@hidesync/contract/executions/presence.schemas'
import type { Database } from '../database/database.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { ExecutionService } from './execution.service.ts'
import { announceDevice, forgetDevice } from './presence.repository.ts'

interface Deps {
  readonly db: Database
  readonly executions: ExecutionService
  readonly now: () => Date
}

interface At {
  readonly id: number
  readonly device_id: string
}

/** On which devices runs are open. It lies in the database, since devices of one run may speak to different processes. */
export class PresenceService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** The other devices. */
  async announce({ id, device_id }: At, device: DeviceKind, context: RequestContext): Promise<Presence[]> {
    const { db, executions, now } = this.#deps
    await executions.load(id, context)
    const at = now()
    const key = { execution_id: id, user_id: context.caller.user_id, device_id }
    const rows = await announceDevice(db, key, { device, at, after: new Date(at.getTime() - presenceLasts) })
    return rows.map(row => ({ ...row, since: row.since.toISOString() }))
  }

  async leave({ id, device_id }: At, context: RequestContext): Promise<void> {
    const { db, executions } = this.#deps
    await executions.load(id, context)
    await forgetDevice(db, { execution_id: id, user_id: context.caller.user_id, device_id })
  }
}
