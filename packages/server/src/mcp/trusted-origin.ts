import type { FastifyRequest } from 'fastify'
import { isIP } from 'node:net'
import { AppError } from '../http/app-error.ts'

export interface TrustedOrigins {
  readonly publicUrl: string | null
  readonly corsOrigins: readonly string[]
}

/** A host that nobody but us can be behind: a name could be pointed here by whoever owns it (DNS rebinding). */
const isOurs = (hostname: string): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost') || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0

/** Whether a page may talk to this server: one of its own, or one of a site that the settings name. */
export function isTrusted(origin: string, host: string, { publicUrl, corsOrigins }: TrustedOrigins): boolean {
  if (origin === publicUrl || corsOrigins.includes(origin)) return true
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  return from.host === host && isOurs(from.hostname)
}

/** Only browsers send an Origin, and from pages alone: assistants have none. */
export function refuseForeignPages({ headers, host }: FastifyRequest, origins: TrustedOrigins): void {
  const { origin } = headers
  if (origin === undefined || isTrusted(origin, host, origins)) return
  const detail = `Pages of ${origin.slice(0, 200)} may not call this. Name the site in CORS_ORIGINS or PUBLIC_URL if it is yours.`
  throw new AppError('access.forbidden', detail)
}
