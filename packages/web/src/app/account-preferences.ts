import type { Client } from '@hidesync/contract/client'
import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { readDevice, writeDevice } from './device-storage.ts'
import { defaultPreferences, preferences, readPreferences, type Preferences } from './preferences.ts'
import type { Session } from './session.ts'

type Section = keyof Preferences

const sections = Object.keys(defaultPreferences) as Section[]
/** How long nobody changes anything before it is sent. */
const pause = 1_000
const key = 'preferences_unsent'

/** Sections that were changed here and are not with the account yet; they outlive the page. */
const unsent = (): readonly Section[] => {
  const kept = readDevice(key)
  return Array.isArray(kept) ? sections.filter(name => kept.includes(name)) : []
}

/**
 * Keeps what somebody likes with their account, too, so that another device takes it over when they sign in there. The account
 * counts, but for sections that were changed on this device and could not be sent yet: they are newer.
 */
export function followAccount(client: Client, session: Session): void {
  let last = preferences.all()
  let isTaking = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = async () => {
    const changed = unsent()
    if (changed.length === 0) return
    const sent = preferences.all()
    // Plain data, which the type of the preferences does not say.
    const values = Object.fromEntries(changed.map(name => [name, sent[name]])) as unknown as JsonObject
    await client.users.updateMe({ body: { preferences: values } })
    const still = unsent().filter(name => !changed.includes(name) || preferences.all()[name] !== sent[name])
    writeDevice(key, still.length === 0 ? null : still)
  }
  const take = async () => {
    const { preferences: kept } = await client.users.me()
    const read = readPreferences(kept)
    const newer = unsent()
    isTaking = true
    for (const name of sections) if (name in kept && !newer.includes(name)) preferences.change(name, read[name])
    isTaking = false
    await send()
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (session.status.get() === 'signed_in') void send().catch(() => undefined)
    }, pause)
  }

  session.status.subscribe(() => {
    if (session.status.get() === 'signed_in') void take().catch(() => undefined)
  })
  window.addEventListener('online', later)
  preferences.subscribe(() => {
    const now = preferences.all()
    const changed = sections.filter(name => now[name] !== last[name])
    last = now
    if (isTaking || changed.length === 0) return
    writeDevice(key, [...new Set([...unsent(), ...changed])])
    later()
  })
}
