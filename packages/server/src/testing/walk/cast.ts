import type { SharePermission } from '@hidesync/domain/identity/permissions'
import type { WorkflowRole } from '@hidesync/domain/identity/workflow-matrix'
import type { TestApp } from '../test-app.ts'

/** Somebody who calls. */
export interface Person {
  readonly name: string
  /** To a workflow of the owner's that is shared with the cast. */
  readonly role: WorkflowRole
  readonly user_id: number
  /** Null: has not signed in. */
  readonly token: string | null
  readonly scope: 'read' | 'write'
  readonly workshop: 'the owner’s' | 'another'
}

export interface ShareOfCast {
  readonly user_id: number | null
  readonly workshop_id: number | null
  readonly permission: SharePermission
}

export interface Cast {
  readonly owner: Person & { readonly token: string }
  readonly superuser: Person & { readonly token: string }
  readonly author: Person & { readonly token: string }
  /** Belongs to none of the workshops that the owner belongs to, or shares with. */
  readonly stranger: Person & { readonly token: string }
  readonly everybody: readonly Person[]
  /** With whom each workflow is shared. */
  readonly shares: readonly ShareOfCast[]
}

const granted = [
  ['reader', 'read'],
  ['runner', 'execute'],
  ['editor', 'edit'],
] as const

/** One person for each thing that somebody can be to a workflow, and to the workshop of its owner. */
export async function assembleCast(app: TestApp): Promise<Cast> {
  const workshop = async (name: string) =>
    (await app.client(app.admin.token).workshops.create({ body: { name: `Workshop of the ${name}` } })).id
  const person = async (name: string, role: WorkflowRole, workshop_id?: number) => {
    const { id, token } = await app.createUser(workshop_id === undefined ? {} : { workshop_id })
    const where = workshop_id === undefined ? ('the owner’s' as const) : ('another' as const)
    return { name, role, user_id: id, token, scope: 'write' as const, workshop: where }
  }
  const owner = await person('owner', 'owner')
  const author = await person('author', 'user')
  const stranger = await person('stranger', 'user', await workshop('stranger'))
  const superuser = {
    name: 'superuser',
    role: 'superuser',
    user_id: app.admin.id,
    token: app.admin.token,
    scope: 'write',
    workshop: 'the owner’s',
  } as const
  const shares: ShareOfCast[] = []
  const sharedWith: Person[] = []
  for (const [role, permission] of granted) {
    const alone = await person(role, role)
    const workshop_id = await workshop(role)
    const member = await person(`member of a ${role} workshop`, role, workshop_id)
    sharedWith.push(alone, member)
    shares.push({ user_id: alone.user_id, workshop_id: null, permission })
    shares.push({ user_id: null, workshop_id, permission })
  }
  const reading = async (whose: Person): Promise<Person> => ({
    ...whose,
    name: `${whose.name} with a token that reads`,
    token: await app.tokenFor(whose.user_id, 'read'),
    scope: 'read',
  })
  const nobody = { ...stranger, name: 'nobody', role: 'nobody', user_id: 0, token: null } as const
  const others = [author, stranger, superuser, await reading(owner), await reading(superuser), nobody]
  return { owner, superuser, author, stranger, everybody: [owner, ...sharedWith, ...others], shares }
}
