import type { NewTheme, Theme, ThemeChanges, ThemeSummary } from '@hidesync/contract/themes/theme.schemas'
import { ownerOf, type Caller } from '@hidesync/domain/identity/permissions'
import { readColorScheme, type ColorScheme } from '@hidesync/domain/themes/color-scheme'
import type { Hex } from '@hidesync/domain/themes/color'
import { derive, worstContrast, type Mode } from '@hidesync/domain/themes/derive'
import { themeColors } from '@hidesync/domain/themes/theme-vars'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import type { Database, Transaction } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { refuseStale, versionTag } from '../http/if-match.ts'
import type { RequestContext } from '../http/request-context.ts'
import { listThemes, readTheme, type ThemeRow } from './theme.reader.ts'
import { deleteTheme, insertTheme, lockTheme, ThemeNameTakenError, updateTheme } from './theme.repository.ts'

type ShownRow = NonNullable<Awaited<ReturnType<typeof readTheme>>>

const notFound = (id: number): AppError => new AppError('theme.not_found', `There is no theme ${id}.`)

const summary = ({ version: _version, created_at, updated_at, color_scheme, ...row }: ThemeRow): ThemeSummary => ({
  ...row,
  color_scheme: { ...color_scheme, step_types: { ...color_scheme.step_types } },
  created_at: created_at.toISOString(),
  updated_at: updated_at.toISOString(),
})

function derivedIn(color: Hex, mode: Mode) {
  const colors = derive(color, mode)
  return { ...colors, contrast: Math.floor(worstContrast(colors, mode) * 100) / 100 }
}

const detail = ({ workflow_count, ...row }: ShownRow): Theme => ({
  ...summary(row),
  workflow_count,
  derived: Object.fromEntries(
    themeColors(row.color_scheme).map(([name, color]) => [
      name,
      { light: derivedIn(color, 'light'), dark: derivedIn(color, 'dark') },
    ]),
  ),
})

/** The colours as they are kept; refuses (422) what are none. */
function schemeOf(value: JsonObject): { readonly scheme: ColorScheme; readonly notices: readonly string[] } {
  const read = readColorScheme(value)
  if (read.ok) return read
  const errors = read.problems.map(({ path, message }) => ({ path: `/color_scheme${path}`, message }))
  throw new AppError('request.invalid', errors[0]?.message ?? 'The colours can’t be read.', { errors })
}

async function sayIfTaken<T>(name: string, write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (!(error instanceof ThemeNameTakenError)) throw error
    throw new AppError('theme.name_taken', `There is a theme named “${name}” already. Choose another name.`, {
      errors: [{ path: '/name', message: 'This name is taken.' }],
    })
  }
}

/** Those of the system are a superuser's to change, all others their maker's, too. */
function requireChangeable({ is_system, created_by, name }: ThemeRow, caller: Caller): void {
  if (caller.is_superuser || (!is_system && created_by === ownerOf(caller))) return
  const whose = is_system ? 'belongs to the system: a superuser may change it' : 'was made by somebody else'
  throw new AppError('access.forbidden', `“${name}” ${whose}. Make a theme of your own instead.`)
}

function requireSystemRight(isSystem: boolean | undefined, caller: Caller): void {
  if (isSystem === true && !caller.is_superuser)
    throw new AppError('access.forbidden', 'Only a superuser may make themes of the system. Leave “is_system” out.')
}

/** Themes: how workflows look in the player and in lists. */
export class ThemeService {
  readonly #deps: { readonly db: Database }

  constructor(deps: { readonly db: Database }) {
    this.#deps = deps
  }

  async list({ caller }: RequestContext): Promise<ThemeSummary[]> {
    return (await listThemes(this.#deps.db, ownerOf(caller))).map(summary)
  }

  async get(id: number, context: RequestContext): Promise<Theme> {
    const row = await readTheme(this.#deps.db, id)
    if (row === null) throw notFound(id)
    context.setETag(versionTag(row.version))
    return detail(row)
  }

  async create(body: NewTheme, context: RequestContext): Promise<Theme> {
    const { caller } = context
    requireSystemRight(body.is_system, caller)
    const { scheme, notices } = schemeOf(body.color_scheme)
    return context.once(async tx => {
      const fields = {
        name: body.name.trim(),
        description: body.description ?? null,
        color_scheme: scheme,
        icon_set: body.icon_set ?? 'line',
        is_system: body.is_system ?? false,
      }
      const id = await sayIfTaken(fields.name, insertTheme(tx, caller.user_id, fields))
      return this.#written(tx, id, notices)
    })
  }

  async update(id: number, body: ThemeChanges, context: RequestContext): Promise<Theme> {
    const read = body.color_scheme === undefined ? null : schemeOf(body.color_scheme)
    const shown = await context.once(async tx => {
      const before = await this.#locked(tx, id, context)
      requireSystemRight(body.is_system, context.caller)
      const fields = {
        name: body.name?.trim() ?? before.name,
        description: body.description === undefined ? before.description : body.description,
        color_scheme: read?.scheme ?? before.color_scheme,
        icon_set: body.icon_set ?? before.icon_set,
        is_system: body.is_system ?? before.is_system,
      }
      await sayIfTaken(fields.name, updateTheme(tx, id, fields))
      return { theme: await this.#written(tx, id, read?.notices ?? []), version: before.version + 1 }
    })
    context.setETag(versionTag(shown.version))
    return shown.theme
  }

  async delete(id: number, context: RequestContext): Promise<void> {
    await context.once(async tx => {
      await this.#locked(tx, id, context)
      await deleteTheme(tx, id)
    })
  }

  /** The theme as it is, held until the end of the transaction, if the caller may change it. */
  async #locked(tx: Transaction, id: number, { caller, ifMatch }: RequestContext): Promise<ShownRow> {
    await lockTheme(tx, id)
    const row = await readTheme(tx, id)
    if (row === null) throw notFound(id)
    requireChangeable(row, caller)
    refuseStale(ifMatch, row.version, `The theme “${row.name}”`)
    return row
  }

  async #written(tx: Transaction, id: number, notices: readonly string[]): Promise<Theme> {
    const row = await readTheme(tx, id)
    if (row === null) throw notFound(id)
    return { ...detail(row), notices: [...notices] }
  }
}
