import type { Project } from '@hidesync/contract/inventory/project.routes'
import { workshopPermissions, type Caller } from '@hidesync/domain/identity/permissions'
import { violates } from '../database/constraint-error.ts'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { pageOf } from '../identity/identity-answers.ts'
import {
  deleteProject,
  insertProject,
  listProjects,
  readProject,
  updateProject,
  type ProjectRow,
} from './project.repository.ts'

interface ProjectTexts {
  readonly name: string
  readonly description?: string | null | undefined
}

const answer = ({ created_at, updated_at, ...row }: ProjectRow): Project => ({
  ...row,
  created_at: created_at.toISOString(),
  updated_at: updated_at.toISOString(),
})

const notFound = (id: number) => new AppError('project.not_found', `There is no project ${id} in your workshops.`)

async function orNameTaken<T>(name: string, write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (!violates(error, 'projects_workshop_name_key')) throw error
    throw new AppError('project.name_taken', `The workshop has a project “${name}” already. Choose another name.`, {
      errors: [{ path: '/name', message: 'This name is taken.' }],
    })
  }
}

/** Projects of a workshop: all its members make and change them. */
export class ProjectService {
  readonly #deps: { readonly db: Database }

  constructor(deps: { readonly db: Database }) {
    this.#deps = deps
  }

  async list(page: { readonly limit?: number; readonly offset?: number }, { caller, workshop_id }: RequestContext) {
    const { limit = 50, offset = 0 } = page
    const { items, total } = await listProjects(this.#deps.db, caller, { workshop_id, limit, offset })
    return pageOf({ items: items.map(answer), total }, { limit, offset })
  }

  async get(id: number, { caller }: RequestContext): Promise<Project> {
    return this.#read(this.#deps.db, caller, id)
  }

  async create({ name, description }: ProjectTexts, context: RequestContext): Promise<Project> {
    const { caller, workshop_id } = context
    const row = { workshop_id, name: name.trim(), description: description ?? null, created_by: caller.user_id }
    return context.once(async tx => {
      const id = await orNameTaken(row.name, insertProject(tx, row))
      return this.#read(tx, caller, id)
    })
  }

  async update(id: number, changes: Partial<ProjectTexts>, context: RequestContext): Promise<Project> {
    const { caller } = context
    return context.once(async tx => {
      const before = await this.#read(tx, caller, id)
      const name = changes.name?.trim() ?? before.name
      const { description = before.description } = changes
      await orNameTaken(name, updateProject(tx, id, { name, description }))
      return this.#read(tx, caller, id)
    })
  }

  async delete(id: number, context: RequestContext): Promise<void> {
    await context.once(async tx => {
      await this.#read(tx, context.caller, id)
      if (!(await deleteProject(tx, id))) throw notFound(id)
    })
  }

  async #read(db: Database, caller: Caller, id: number): Promise<Project> {
    const row = await readProject(db, caller, id)
    if (row === null || !workshopPermissions(caller, row.workshop_id).includes('read')) throw notFound(id)
    return answer(row)
  }
}
