import type { ApiToken, Member, User } from '@hidesync/contract/identity/identity.schemas'
import type { ErrorReason } from '@hidesync/contract/http/errors'
import { violates } from '../database/constraint-error.ts'
import { AppError } from '../http/app-error.ts'
import { mostLinks } from './link.repository.ts'
import type { UserRow } from './user.reader.ts'

export const userAnswer = ({ created_at, ...row }: UserRow): User => ({ ...row, created_at: created_at.toISOString() })

export const tokenAnswer = (row: {
  readonly id: number
  readonly name: string
  readonly scope: 'read' | 'write'
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly last_used_at: Date | null
}): ApiToken => ({
  ...row,
  created_at: row.created_at.toISOString(),
  expires_at: row.expires_at?.toISOString() ?? null,
  last_used_at: row.last_used_at?.toISOString() ?? null,
})

export const memberAnswer = ({
  joined_at,
  ...row
}: Omit<Member, 'joined_at'> & { readonly joined_at: Date }): Member => ({
  ...row,
  joined_at: joined_at.toISOString(),
})

/** One field of the body that names something that is not there, or is wrong in a way that only the database knows. */
export const wrongField = (path: string, message: string, reason?: ErrorReason): AppError =>
  new AppError('request.invalid', message, { reason, errors: [{ path, message }] })

/** The unique index speaks for two who take an address at once. */
export const emailTaken = (error: unknown, email: string | undefined): unknown =>
  violates(error, 'users_email_key')
    ? new AppError('user.email_taken', `There is a user with the e-mail ${email ?? ''} already.`)
    : error

/** The same for two workshops of one name. */
export const nameTaken = (error: unknown, name: string | undefined): unknown =>
  violates(error, 'workshops_name_key')
    ? new AppError('workshop.name_taken', `There is a workshop called “${name ?? ''}” already. Choose another name.`)
    : error

export const pageOf = <T>(
  { items, total }: { readonly items: readonly T[]; readonly total: number },
  { limit, offset }: { readonly limit: number; readonly offset: number },
) => ({ items: [...items], total, limit, offset, has_more: offset + items.length < total })

export const tooManyLinks = (what: string): AppError =>
  new AppError('link.limit_reached', `There are ${mostLinks} open ${what} already. End some of them first.`)
