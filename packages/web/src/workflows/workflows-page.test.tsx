import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createFakeApi } from '../testing/fake-api/fake-api.ts'
import { FakeError } from '../testing/fake-api/fake-error.ts'
import { fakeFetch } from '../testing/fake-api/fake-fetch.ts'
import { visit } from '../testing/render-app.tsx'

const all = 130

/** A server with many workflows, of which `refused` is not deleted; what it is asked for is told, and fails as one says. */
function serverWithMany(fails: { more?: boolean; me?: boolean } = {}) {
  const { handlers } = createFakeApi()
  const asked: number[][] = []
  const list: typeof handlers.workflows.list = ({ query }, call) => {
    if (query?.cursor !== undefined && fails.more) throw new FakeError('server.internal', 'no matter')
    const page = handlers.workflows.list({}, call)
    const from = Number(query?.cursor ?? 0)
    const items = Array.from({ length: Math.min(65, all - from) }, (_, n) => ({
      ...page.items[0],
      id: from + n + 1,
      name: `Project ${from + n + 1}`,
    })) as typeof page.items
    const next = from + items.length
    return { ...page, items, total: 500, total_is_minimum: true, ...(next < all ? { next_cursor: String(next) } : {}) }
  }
  const me: typeof handlers.users.me = (...call) => {
    if (fails.me) throw new FakeError('server.internal', 'no matter')
    return handlers.users.me(...call)
  }
  const deleteSeveral = ({ body }: { body: { workflow_ids: number[] } }) => {
    asked.push(body.workflow_ids)
    const failed = body.workflow_ids.filter(id => id === 7).map(id => ({ id, detail: 'It is under way.' }))
    return { deleted: body.workflow_ids.filter(id => id !== 7), failed }
  }
  const workflows = { ...handlers.workflows, list, deleteSeveral }
  return { send: fakeFetch({ ...handlers, users: { me }, workflows }), asked, fails }
}

const rows = () => screen.getAllByRole('heading', { level: 2 }).map(heading => heading.textContent)

test('a page that did not come leaves what is shown, and is asked for again from there', async () => {
  const { send, fails } = serverWithMany({ more: true })
  const { user } = visit('/workflows', send)
  await screen.findByText('500+ workflows')
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await screen.findByText(/The server made a mistake/)
  expect(rows()).toHaveLength(65)
  fails.more = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(rows()).toHaveLength(all))
  expect(screen.queryByText(/The server made a mistake/)).toBeNull()
})

test('more than a hundred are deleted in parts, and what was refused is told', async () => {
  const { send, asked } = serverWithMany()
  const { user } = visit('/workflows', send)
  await user.click(await screen.findByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(rows()).toHaveLength(all))
  await user.click(screen.getByRole('checkbox', { name: /Project 7$/ }))
  await user.click(screen.getByRole('button', { name: 'Select all that are shown' }))
  await user.click(screen.getByRole('button', { name: 'Delete' }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }))
  await screen.findByText('It is under way.')
  expect(asked.map(part => part.length)).toEqual([100, 30])
  expect(screen.getByText('129 of 130 done')).toBeTruthy()
})

test('who one is could not be asked: the list of one’s own says so instead of waiting for ever', async () => {
  const { send, fails } = serverWithMany({ me: true })
  const { user } = visit('/workflows?whose=mine', send)
  await screen.findByText(/The server made a mistake/)
  fails.me = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(rows()).toHaveLength(65))
})
