import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whom an address was made for, and until when (seconds since 1970). */
export interface PhotoLink {
  readonly photo_id: number
  readonly user: number
  readonly expires: number
}

const hour = 3600

/** The same for an hour, so that a browser meets the address of a picture again and need not fetch it twice. */
export const linkExpiry = (now: Date): number => (Math.floor(now.getTime() / 1000 / hour) + 2) * hour

export const signLink = (key: Uint8Array, { photo_id, user, expires }: PhotoLink): string =>
  createHmac('sha256', key).update(`photo ${photo_id} ${user} ${expires}`).digest('base64url')

export function isSigned(key: Uint8Array, link: PhotoLink, signature: string): boolean {
  const given = Buffer.from(signature, 'base64url')
  const right = Buffer.from(signLink(key, link), 'base64url')
  return given.length === right.length && timingSafeEqual(given, right)
}
