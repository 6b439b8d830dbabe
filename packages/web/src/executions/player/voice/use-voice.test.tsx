import 'fake-indexeddb/auto'
import { act, cleanup, configure, renderHook, screen, waitFor } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiContext, createApi, type Api } from '../../../app/api.ts'
import { preferences } from '../../../app/preferences.ts'
import { english } from '../../../testing/catalogue.ts'
import { createFakeApi } from '../../../testing/fake-api/fake-api.ts'
import { silence } from '../../../testing/silence.ts'
import { smallWorkflow } from '../../../testing/small-workflow.ts'
import { Toasts } from '../../../ui/Toasts.tsx'
import { ConversationContext, type Conversation } from '../command/use-conversation.ts'
import type { Command } from './grace.ts'
import { useGrace } from './use-grace.ts'
import { useVoice } from './use-voice.ts'

configure({ asyncUtilTimeout: 10_000 })

const complete: Command = {
  saying: { type: 'words', text: 'complete' },
  heard: {
    language: 'en',
    understanding: {
      kind: 'understood',
      readings: [{ intent: 'complete', slots: {}, confidence: 1, match: 'exact' }],
    },
  },
}

/** Somebody whose words a test can speak. */
let speak: (words: string) => void = () => undefined
class Recognition extends EventTarget {
  start() {
    speak = transcript => {
      const result = Object.assign([{ transcript, confidence: 0.9 }], { isFinal: true })
      this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: 0, results: [result] }))
    }
  }
  stop() {
    this.dispatchEvent(new Event('end'))
  }
  abort() {
    this.stop()
  }
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  Object.assign(window, { SpeechRecognition: Recognition })
  preferences.change('voice', { mode: 'hands_free', consent: true })
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

/** A run of two steps, open on this device. */
async function openRun(): Promise<Api> {
  const workflow = smallWorkflow(
    [
      { id: 1, name: 'Cut' },
      { id: 2, name: 'Sew' },
    ],
    [{ source_step_id: 1, target_step_id: 2 }],
  )
  const { fetch, handlers } = createFakeApi({ workflows: [workflow] })
  handlers.executions.start({ params: { id: 1 } }, { token: '', ifMatch: null, idempotencyKey: null })
  const api = createApi(fetch)
  await api.session.restore()
  await api.runs.open(1)
  return api
}

const around = (api: Api, conversation: Conversation) =>
  function Around({ children }: { readonly children: ReactNode }) {
    return (
      <StrictMode>
        <ApiContext value={api}>
          <IntlProvider locale="en" messages={english}>
            <Toasts label="Notices" closeLabel="Close">
              <ConversationContext value={conversation}>{children}</ConversationContext>
            </Toasts>
          </IntlProvider>
        </ApiContext>
      </StrictMode>
    )
  }

async function aGrace() {
  const api = await openRun()
  const done: string[] = []
  const run = ({ saying }: Command) => {
    done.push(saying.text)
    return Promise.resolve()
  }
  const hook = renderHook(() => useGrace(1, run), { wrapper: around(api, silence) })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const pass = () => act(() => vi.advanceTimersByTimeAsync(60_000))
  return { api, done, pass, ...hook }
}

test('what was heard is done after a while', async () => {
  const { result, done, pass } = await aGrace()
  act(() => result.current.hear(complete))
  expect(result.current.pending).toBe('complete')
  await pass()
  expect(done).toEqual(['complete'])
})

test('what was heard is not done to the step after the one that somebody completes by hand', async () => {
  const { api, result, done, pass } = await aGrace()
  act(() => result.current.hear(complete))
  vi.useRealTimers()
  await act(() => api.runs.give(1, { type: 'complete', step_id: 1 }))
  expect(result.current.pending).toBeNull()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await pass()
  expect(done).toEqual([])
})

test('what was still being understood when one left the run is not done', async () => {
  const { result, unmount, done, pass } = await aGrace()
  const { hear, run } = result.current
  unmount()
  hear(complete)
  run(complete)
  await pass()
  expect(done).toEqual([])
})

test('what cannot be understood for want of its language is not lost without a word', async () => {
  const { result } = renderHook(() => useVoice(), { wrapper: around(await openRun(), silence) })
  act(() => result.current.press())
  await waitFor(() => expect(result.current.state).toBe('listening'))
  act(() => speak('complete'))
  expect((await screen.findByText(/does not know this language yet/)).isConnected).toBe(true)
})
