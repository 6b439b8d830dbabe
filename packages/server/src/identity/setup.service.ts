import type { SetupProgress, SetupState, SetupStep } from '@hidesync/contract/identity/setup.schemas'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { announce } from '../workflows/workflow-events.ts'
import type { CallerResolver } from './caller-resolver.ts'
import { emailTaken, nameTaken } from './identity-answers.ts'
import type { Passwords } from './passwords.ts'
import { SessionRepository } from './session.repository.ts'
import { keepSetting, lockSetup, readSetup, readSetupProgress, showSamples } from './setup.repository.ts'
import { invalidToken } from './tokens.ts'
import { UserRepository } from './user.repository.ts'
import { firstWorkshopId } from './workshop.reader.ts'
import { WorkshopRepository } from './workshop.repository.ts'

interface Deps {
  readonly db: Database
  readonly passwords: Passwords
  readonly callers: CallerResolver
  readonly now: () => Date
}

/**
 * The first run: the administrator makes the installation theirs. They sign in with the password that the first start printed, also from
 * the machine itself: behind a proxy every request comes from there.
 */
export class SetupService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  state(): Promise<SetupState> {
    return readSetup(this.#deps.db)
  }

  progress({ caller }: RequestContext): Promise<SetupProgress> {
    return this.#progress(this.#deps.db, caller.user_id)
  }

  /** Saves what is there, all of it or nothing. */
  async save(step: SetupStep, context: RequestContext): Promise<SetupProgress> {
    const { passwords, callers } = this.#deps
    const password_hash = step.password === undefined ? undefined : await passwords.hash(step.password)
    try {
      return await context.once(async tx => {
        await lockSetup(tx)
        if (!(await readSetup(tx)).needed)
          throw new AppError(
            'setup.finished',
            'This installation is set up already. Change what you like in the settings.',
          )
        await this.#saveAccount(tx, step, { context, password_hash })
        await this.#saveInstallation(tx, step, context)
        return this.#progress(tx, context.caller.user_id)
      })
    } catch (error) {
      throw nameTaken(emailTaken(error, step.email), step.workshop_name)
    } finally {
      callers.forget()
    }
  }

  async #saveAccount(
    tx: Transaction,
    { display_name, email, locale }: SetupStep,
    { context, password_hash }: { readonly context: RequestContext; readonly password_hash: string | undefined },
  ): Promise<void> {
    const { now } = this.#deps
    const { user_id } = context.caller
    const changes = {
      ...(display_name === undefined ? {} : { display_name }),
      ...(email === undefined ? {} : { email }),
      ...(locale === undefined ? {} : { locale }),
      ...(password_hash === undefined ? {} : { password_hash }),
    }
    await new UserRepository(tx).update(user_id, changes, now())
    if (password_hash === undefined) return
    const session = context.session?.kind === 'access_token' ? context.session.family_id : null
    await new SessionRepository(tx).endAllOf(user_id, now(), session)
  }

  async #saveInstallation(tx: Transaction, step: SetupStep, { caller }: RequestContext): Promise<void> {
    const workshop = await firstWorkshopId(tx)
    if (step.workshop_name !== undefined && workshop !== null)
      await new WorkshopRepository(tx).update(workshop, { name: step.workshop_name })
    if (step.units !== undefined) await keepSetting(tx, 'units', step.units)
    if (step.samples !== undefined)
      for (const { id, name } of await showSamples(tx, step.samples))
        await announce(tx, step.samples ? 'workflow.published' : 'workflow.deleted', {
          id,
          name,
          user_id: caller.user_id,
          visibility: 'public',
        })
    if (step.finished === true) await keepSetting(tx, 'setup_finished', true)
  }

  async #progress(db: Database, userId: number): Promise<SetupProgress> {
    const progress = await readSetupProgress(db, userId)
    if (progress === null) throw invalidToken()
    return progress
  }
}
