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
/** Whose preferences the device shows. */
const ownerKey = 'preferences_owner'
const keyOf = (person: number) => `preferences_of.${person}`

/** Sections that were changed here and are not with the account yet; they outlive the page. */
const unsent = (): readonly Section[] => {
  const kept = readDevice(key)
  return Array.isArray(kept) ? sections.filter(name => kept.includes(name)) : []
}

/**
 * Lays what the person before likes aside, with what of it their account does not have yet, and takes up what this one had here: nobody's
 * voice or texts are treated as another one allowed. What was chosen before anybody signed in stays with the first who does.
 */
function handOver(person: number): void {
  const before = readDevice(ownerKey)
  if (before === person) return
  writeDevice(ownerKey, person)
  if (typeof before !== 'number') return
  writeDevice(keyOf(before), { values: preferences.all(), unsent: unsent() })
  const own = (readDevice(keyOf(person)) ?? {}) as { readonly values?: unknown; readonly unsent?: unknown }
  preferences.replace(readPreferences(own.values))
  writeDevice(key, own.unsent ?? null)
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
    // Another tab may have handed the device over to somebody else: nothing of theirs goes into this account.
    if (changed.length === 0 || readDevice(ownerKey) !== session.person()) return
    const sent = preferences.all()
    // Plain data, which the type of the preferences does not say.
    const values = Object.fromEntries(changed.map(name => [name, sent[name]])) as unknown as JsonObject
    await client.users.updateMe({ body: { preferences: values } })
    const still = unsent().filter(name => !changed.includes(name) || preferences.all()[name] !== sent[name])
    writeDevice(key, still.length === 0 ? null : still)
  }
  const take = async () => {
    const person = session.person()
    if (person === null) return
    isTaking = true
    handOver(person)
    isTaking = false
    const { preferences: kept } = await client.users.me()
    // Somebody else signed in meanwhile.
    if (session.person() !== person) return
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

  const look = () => {
    if (session.status.get() === 'signed_in') void take().catch(() => undefined)
  }
  session.status.subscribe(look)
  // Whoever is here already has come without a word.
  look()
  window.addEventListener('online', later)
  preferences.subscribe(() => {
    const now = preferences.all()
    const changed = sections.filter(name => now[name] !== last[name])
    last = now
    // What another tab changed, that one sends.
    if (isTaking || preferences.isFromElsewhere() || changed.length === 0) return
    writeDevice(key, [...new Set([...unsent(), ...changed])])
    later()
  })
}
