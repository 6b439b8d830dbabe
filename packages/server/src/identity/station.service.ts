import type { MadeStation, Station, StationSession, StationView } from '@hidesync/contract/identity/station.schemas'
import { randomUUID } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { localiseRuns } from '../executions/localised-runs.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { CallerResolver } from './caller-resolver.ts'
import type { Passwords } from './passwords.ts'
import type { SecretKeys } from './secret-key.ts'
import { SessionRepository } from './session.repository.ts'
import {
  countAttempt,
  deleteStation,
  forgetAttempts,
  insertStation,
  listStations,
  readPin,
  readStation,
  readStationView,
  type StationRow,
} from './station.repository.ts'
import { accessTokenLife, invalidToken, linkToken, newRefreshToken, signAccessToken, tokenHash } from './tokens.ts'
import { UserRepository } from './user.repository.ts'
import { workshopExists } from './workshop.reader.ts'
import { refuseUnless } from './workshop.service.ts'

interface Deps {
  readonly db: Database
  readonly keys: SecretKeys
  readonly passwords: Passwords
  readonly callers: CallerResolver
  readonly now: () => Date
}

/** Wrong PINs of one person that are taken in a row, at whatever stations. */
const mostAttempts = 5
/** Milliseconds that the last of them locks for. */
const lockedFor = 5 * 60_000

const answer = ({ created_at, ...row }: StationRow): Station => ({ ...row, created_at: created_at.toISOString() })

/** Devices at a bench, at which people of the workshop take turns by PIN. */
export class StationService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** The token stands in this answer alone; of a repeated request it is worked out again, never stored. */
  async create(workshop_id: number, name: string, context: RequestContext): Promise<MadeStation> {
    refuseUnless('manage', context, workshop_id)
    const { keys, now } = this.#deps
    const token = linkToken(keys, 'station', context.idempotency)
    const made = await context.once(async tx => {
      if (!(await workshopExists(tx, workshop_id)))
        throw new AppError('workshop.not_found', `There is no workshop ${workshop_id}.`)
      const created_by = context.caller.user_id
      const row = { workshop_id, name: name.trim(), token_hash: tokenHash(token), created_by, created_at: now() }
      return answer(await insertStation(tx, row))
    })
    context.setHeader('cache-control', 'no-store')
    return { ...made, token }
  }

  async list(workshop_id: number, context: RequestContext): Promise<Station[]> {
    refuseUnless('manage', context, workshop_id)
    return (await listStations(this.#deps.db, workshop_id)).map(answer)
  }

  async remove(workshop_id: number, id: number, context: RequestContext): Promise<void> {
    refuseUnless('manage', context, workshop_id)
    const removed = await this.#deps.db.transaction().execute(tx => deleteStation(tx, workshop_id, id))
    if (!removed) throw new AppError('station.not_found', `This workshop has no station ${id}.`)
    this.#deps.callers.forget()
  }

  async view(context: RequestContext): Promise<StationView> {
    const { db } = this.#deps
    const view = await readStationView(db, tokenHash(context.readToken()))
    if (view === null) throw invalidToken()
    return { ...view, runs: [...(await localiseRuns(db, view.runs, context.languages))] }
  }

  /** Null takes it away. */
  async setPin(pin: string | null, context: RequestContext): Promise<void> {
    const { passwords, now } = this.#deps
    const pin_hash = pin === null ? null : await passwords.hash(pin)
    await context.once(async tx => {
      await new UserRepository(tx).update(context.caller.user_id, { pin_hash }, now())
    })
  }

  async signIn(station_token: string, user_id: number, pin: string): Promise<StationSession> {
    const { db, passwords, now } = this.#deps
    const station = await readStation(db, tokenHash(station_token))
    if (station === null) throw invalidToken()
    const stored = await readPin(db, station.workshop_id, user_id)
    // Of somebody who can't sign in there is nothing to count.
    if (stored !== null) await this.#countAttempt(user_id)
    if (!(await passwords.matches(pin, stored)))
      throw new AppError('auth.wrong_pin', 'This PIN is wrong. Five wrong ones lock it for five minutes.')
    const session = { user_id, family_id: randomUUID() }
    const created_at = now()
    await db.transaction().execute(async tx => {
      await forgetAttempts(tx, user_id)
      await new SessionRepository(tx).insert({
        ...session,
        station_id: station.id,
        // Nobody gets it: the session ends with its access token.
        token_hash: tokenHash(newRefreshToken()),
        created_at,
        expires_at: new Date(created_at.getTime() + accessTokenLife * 1000),
      })
    })
    const access_token = await signAccessToken(this.#deps.keys, session, created_at)
    return { access_token, token_type: 'bearer', expires_in: accessTokenLife }
  }

  async #countAttempt(user_id: number): Promise<void> {
    const now = this.#deps.now()
    const limit = { most: mostAttempts, now, lockedUntil: new Date(now.getTime() + lockedFor) }
    const locked = await this.#deps.db.transaction().execute(tx => countAttempt(tx, user_id, limit))
    if (locked === null) return
    const seconds = Math.ceil((locked.getTime() - now.getTime()) / 1000)
    throw new AppError('auth.pin_locked', `Too many wrong PINs. Try again in ${seconds} s, or sign in with e-mail.`, {
      headers: { 'retry-after': String(seconds) },
    })
  }
}
