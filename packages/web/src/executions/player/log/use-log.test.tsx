import 'fake-indexeddb/auto'
import { compile } from '@hidesync/domain/workflows/compile'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, configure, renderHook, waitFor } from '@testing-library/react'
import { IntlProvider } from 'use-intl'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiContext, createApi } from '../../../app/api.ts'
import { createQueryClient } from '../../../app/query-client.ts'
import { english } from '../../../testing/catalogue.ts'
import { createFakeApi } from '../../../testing/fake-api/fake-api.ts'
import { silence } from '../../../testing/silence.ts'
import { smallWorkflow } from '../../../testing/small-workflow.ts'
import { ConversationContext } from '../command/use-conversation.ts'
import type { HistoryEntry } from './device-entries.ts'
import { useLog } from './use-log.ts'

configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 60_000 })
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(cleanup)

const workflow = smallWorkflow(
  [
    { id: 1, name: 'Cut' },
    { id: 2, name: 'Sew' },
  ],
  [{ source_step_id: 1, target_step_id: 2 }],
)

const note = (sequence: number): HistoryEntry => ({
  id: sequence,
  sequence,
  step_id: 1,
  step_name: 'Cut',
  action_type: 'note',
  action_data: { text: `note ${sequence}` },
  actor_id: 1,
  actor_name: 'Ada',
  timestamp: new Date(sequence * 1000).toISOString(),
})

/** The log of a run; with `count`, one of which so many commands are known. */
function openLog(count?: number) {
  const { fetch, handlers } = createFakeApi({ workflows: [workflow] })
  const caller = { token: '', ifMatch: null, idempotencyKey: null }
  handlers.executions.start({ params: { id: 1 } }, caller)
  const execution = handlers.executions.get({ params: { id: 1 } }, caller)
  const server = {
    last: count ?? execution.state.sequence,
    isDown: false,
    /** What was asked for is answered after this, as it was when it was asked. */
    release: Promise.resolve(),
  }
  const pageOf = (url: URL) => {
    const before = Number(url.searchParams.get('before') ?? server.last + 1)
    const size = Math.min(before - 1, Number(url.searchParams.get('limit')))
    return Array.from({ length: size }, (_, index) => note(before - 1 - index))
  }
  const api = createApi(async (input, init) => {
    if (server.isDown) throw new TypeError('There is no network.')
    const url = new URL(input instanceof Request ? input.url : input, 'http://fake.test')
    if (!url.pathname.endsWith('/history')) return await fetch(input, init)
    const page = pageOf(url)
    await server.release
    return Response.json(page)
  })
  const queryClient = createQueryClient(0)
  const show = () =>
    renderHook(
      ({ sequence }) =>
        useLog({ execution: { ...execution, state: { ...execution.state, sequence } }, workflow: compile(workflow) }),
      {
        initialProps: { sequence: server.last },
        wrapper: ({ children }) => (
          <ApiContext value={api}>
            <QueryClientProvider client={queryClient}>
              <IntlProvider locale="en" messages={english}>
                <ConversationContext value={silence}>{children}</ConversationContext>
              </IntlProvider>
            </QueryClientProvider>
          </ApiContext>
        ),
      },
    )
  return { api, server, queryClient, show }
}
const all = (last: number) => Array.from({ length: last }, (_, index) => `h${index + 1}`)

test('fetched again, after something was done, the log still begins at the beginning', async () => {
  const { server, queryClient, show } = openLog(250)
  const { result, rerender } = show()
  const ids = () => result.current.entries.map(({ id }) => id)
  await waitFor(() => expect(ids()).toEqual(all(250)))
  server.last = 251
  rerender({ sequence: 251 })
  await waitFor(() => expect(ids()).toEqual(all(251)))
  server.last = 253
  await act(() => queryClient.invalidateQueries())
  await waitFor(() => expect(queryClient.isFetching()).toBe(0))
  expect(ids()).toEqual(all(253))
})

test('what is done while older entries are still to come is not left out', async () => {
  const { server, show } = openLog(250)
  let release: () => void = () => undefined
  server.release = new Promise(resolve => (release = resolve))
  const { result, rerender } = show()
  await new Promise(resolve => setTimeout(resolve, 50))
  server.last = 251
  rerender({ sequence: 251 })
  release()
  await waitFor(() => expect(result.current.entries.map(({ id }) => id)).toEqual(all(251)))
})

test('where the server does not answer the log shows what the device knows, and asks again when it does', async () => {
  const { api, server, show } = openLog()
  await api.session.restore()
  await api.runs.open(1)
  server.isDown = true
  await api.runs.give(1, { type: 'complete', step_id: 1 })
  await waitFor(() => expect(api.connection.status.get().isOnline).toBe(false))
  const { result } = show()
  await waitFor(() => expect(result.current.isLoading).toBe(false))
  expect(result.current.error).toBeNull()
  expect(result.current.entries.map(({ type }) => type)).toEqual(['complete'])
  server.isDown = false
  window.dispatchEvent(new Event('online'))
  await waitFor(() => expect(result.current.entries.map(({ type }) => type)).toContain('note'))
})

test('between the yes of the server and what it tells of it, what was done stays in the log', async () => {
  const { api, server, show } = openLog()
  await api.session.restore()
  await api.runs.open(1)
  const { result } = show()
  await waitFor(() => expect(result.current.entries.map(({ type }) => type)).toContain('note'))
  const known = result.current.entries.length
  // From here on the history does not answer.
  server.release = new Promise(() => undefined)
  await api.runs.give(1, { type: 'note', step_id: 1, text: 'too thin' })
  const newest = () => result.current.entries.slice(known).map(({ id, text, isMine }) => ({ id, text, isMine }))
  await waitFor(() => expect(newest()).toHaveLength(1))
  const before = newest()
  await waitFor(() => expect(api.runs.view(1).get()?.play.queue).toEqual([]))
  await waitFor(() => expect(newest()).toEqual(before))
})
