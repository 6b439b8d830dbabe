import type { Client } from '@hidesync/contract/client'
import { expect, test } from 'vitest'
import { followAccount } from './account-preferences.ts'
import { preferences } from './preferences.ts'
import type { Session, SessionStatus } from './session.ts'
import { createStore } from './store.ts'

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
  localStorage.clear()
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
