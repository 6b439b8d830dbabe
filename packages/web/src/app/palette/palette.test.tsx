import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createFakeApi } from '../../testing/fake-api/fake-api.ts'
import { fakeFetch } from '../../testing/fake-api/fake-fetch.ts'
import { visit, type Visit } from '../../testing/render-app.tsx'

const field = () => screen.findByPlaceholderText('A project, a run, a setting…')

async function openPalette({ user }: Visit) {
  await user.click(await screen.findByRole('button', { name: /Search or go to/ }))
  return field()
}

/** A server that finds the first workflow by what is said in its steps, and as no template. */
function serverThatKnowsMore() {
  const { handlers } = createFakeApi()
  const list: typeof handlers.workflows.list = (input, call) => {
    const all = handlers.workflows.list({}, call)
    if (input.query?.search !== 'beeswax') return handlers.workflows.list(input, call)
    const items = all.items.slice(0, 1).map(one => ({ ...one, id: 7, name: 'A belt of mine', is_template: false }))
    return { ...all, items, total: 1 }
  }
  return fakeFetch({ ...handlers, workflows: { ...handlers.workflows, list } })
}

// The first of this file: here the palette has yet to be loaded.
test('what is typed while the palette is being loaded, and Enter after it, opens what it names', async () => {
  const page = visit('/settings', createFakeApi().fetch)
  await screen.findByRole('button', { name: /Search or go to/ })
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
  for (const key of ['t', 'e', 'm', 'p', 'l', 'Enter']) fireEvent.keyDown(document.body, { key })
  await waitFor(() => expect(page.address()).toBe('/templates'))
})

test('what only the server finds by a word is listed, and one goes to where it is kept', async () => {
  const page = visit('/templates', serverThatKnowsMore())
  await page.user.type(await openPalette(page), 'beeswax')
  await page.user.click(await screen.findByRole('menuitem', { name: /A belt of mine/ }))
  await waitFor(() => expect(page.address()).toBe('/workflows/7'))
})

test('Enter waits for the templates, but not for ever', async () => {
  const { fetch } = createFakeApi()
  const never = new Promise<Response>(() => {})
  const page = visit('/settings', (input, init) => {
    const address = String(input instanceof Request ? input.url : input)
    return address.includes('/templates?') ? never : fetch(input, init)
  })
  await page.user.type(await openPalette(page), 'runs{Enter}')
  await screen.findByRole('menuitem', { name: /^Runs/ })
  expect(page.address()).toMatch(/^\/settings/)
  await waitFor(() => expect(page.address()).toMatch(/^\/runs/), { timeout: 10_000 })
})

test('without the server it opens by button and by key, finds the rooms, and says why it finds no more', async () => {
  const page = visit('/settings', () => Promise.reject(new TypeError('no network')), { person: 1 })
  await page.user.type(await openPalette(page), 'zither')
  await screen.findByText('The server does not answer. Nothing that this device keeps is called “zither”.')
  await page.user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await field(), 'Runs')
  await page.user.click(await screen.findByRole('menuitem', { name: /^Runs/ }))
  await waitFor(() => expect(page.address()).toMatch(/^\/runs/))
})

test('the page of the import is found by its name', async () => {
  const page = visit('/templates', createFakeApi().fetch)
  await page.user.type(await openPalette(page), 'import{Enter}')
  await waitFor(() => expect(page.address()).toBe('/import'))
})
