import type { Client } from '@hidesync/contract/client'
import { beforeEach, expect, test, vi } from 'vitest'
import type { followAccount as FollowAccount } from './account-preferences.ts'
import type { preferences as Preferences } from './preferences.ts'
import type { Session, SessionStatus } from './session.ts'
import { createStore } from './store.ts'

/** A page of its own for each test: what was opened before follows nobody any more. */
let followAccount: typeof FollowAccount
let preferences: typeof Preferences

beforeEach(async () => {
  localStorage.clear()
  vi.resetModules()
  ;({ followAccount } = await import('./account-preferences.ts'))
  ;({ preferences } = await import('./preferences.ts'))
})

test('the account counts, but what was changed here and not sent yet is newer, and is sent', async () => {
  const account: Record<string, object> = {
    appearance: { theme: 'dark' },
    language: { content: 'fr' },
  }
  const sent: string[][] = []
  const users = {
    me: async () => ({ preferences: account }),
    updateMe: async ({ body }: { body: { preferences: Record<string, object> } }) => {
      sent.push(Object.keys(body.preferences))
      Object.assign(account, body.preferences)
    },
  }
  const status = createStore<SessionStatus>('signed_out')
  followAccount({ users } as unknown as Client, { status, person: () => 1 } as unknown as Session)
  preferences.change('language', { content: 'de' })
  status.set('signed_in')
  await expect.poll(() => sent).toEqual([['language']])
  expect(preferences.all().appearance.theme).toBe('dark')
  expect(preferences.all().language.content).toBe('de')
  expect(account['language']).toMatchObject({ content: 'de' })
  preferences.change('timers', { volume: 0.3 })
  await expect.poll(() => sent, { timeout: 5_000 }).toEqual([['language'], ['timers']])
  expect(localStorage.getItem('hidesync.preferences_unsent')).toBeNull()
})

test('what one person likes is not taken for what the next one on the device likes', async () => {
  const accounts: Record<number, Record<string, object>> = { 1: {}, 2: {} }
  let person = 1
  const users = {
    me: async () => ({ preferences: accounts[person] ?? {} }),
    updateMe: async ({ body }: { body: { preferences: Record<string, object> } }) => {
      Object.assign(accounts[person] ?? {}, body.preferences)
    },
  }
  const status = createStore<SessionStatus>('signed_out')
  followAccount({ users } as unknown as Client, { status, person: () => person } as unknown as Session)
  status.set('signed_in')
  preferences.change('voice', { consent: true })
  status.set('signed_out')
  person = 2
  status.set('signed_in')
  expect(preferences.all().voice.consent).toBeNull()
  await expect.poll(() => localStorage.getItem('hidesync.preferences_unsent')).toBeNull()
  expect(accounts[2]).toEqual({})
  status.set('signed_out')
  person = 1
  status.set('signed_in')
  expect(preferences.all().voice.consent).toBe(true)
  await expect.poll(() => accounts[1]?.['voice']).toMatchObject({ consent: true })
})

test('what another tab changed is its own to send', async () => {
  let answer: (account: object) => void = () => undefined
  const sent: object[] = []
  const users = {
    me: () => new Promise(resolve => (answer = resolve)),
    updateMe: async ({ body }: { body: object }) => void sent.push(body),
  }
  const status = createStore<SessionStatus>('signed_out')
  followAccount({ users } as unknown as Client, { status, person: () => 1 } as unknown as Session)
  status.set('signed_in')
  localStorage.setItem('hidesync.preferences', JSON.stringify({ timers: { volume: 0.1 } }))
  window.dispatchEvent(new StorageEvent('storage', { key: 'hidesync.preferences' }))
  expect(preferences.all().timers.volume).toBe(0.1)
  expect(localStorage.getItem('hidesync.preferences_unsent')).toBeNull()
  answer({ preferences: { timers: { volume: 0.6 } } })
  await expect.poll(() => preferences.all().timers.volume).toBe(0.6)
  expect(sent).toEqual([])
})

test('what waits of who signed in in another tab does not go into the account that is still open here', async () => {
  vi.useFakeTimers()
  const sent: object[] = []
  const users = {
    me: async () => ({ preferences: {} }),
    updateMe: async ({ body }: { body: object }) => void sent.push(body),
  }
  const status = createStore<SessionStatus>('signed_in')
  followAccount({ users } as unknown as Client, { status, person: () => 7 } as unknown as Session)
  localStorage.setItem('hidesync.preferences_owner', '8')
  localStorage.setItem('hidesync.preferences_unsent', '["timers"]')
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(sent).toEqual([])
  localStorage.setItem('hidesync.preferences_owner', '7')
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(sent).toHaveLength(1)
  vi.useRealTimers()
})

test('what the account of somebody likes is taken, also where they were signed in before anybody asked', async () => {
  const users = { me: async () => ({ preferences: { timers: { volume: 0.2 } } }) }
  const status = createStore<SessionStatus>('signed_in')
  followAccount({ users } as unknown as Client, { status, person: () => 1 } as unknown as Session)
  await expect.poll(() => preferences.all().timers.volume).toBe(0.2)
})
