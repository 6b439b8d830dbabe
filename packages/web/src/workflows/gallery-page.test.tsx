import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createFakeApi } from '../testing/fake-api/fake-api.ts'
import { FakeError } from '../testing/fake-api/fake-error.ts'
import { fakeFetch } from '../testing/fake-api/fake-fetch.ts'
import { fakePerson } from '../testing/fake-api/identity.ts'
import { sampleWorkflows } from '../testing/fake-api/samples.ts'
import { visit } from '../testing/render-app.tsx'

test('the gallery shows each template with level, time and number of steps', async () => {
  visit('/templates', createFakeApi().fetch)
  const link = await screen.findByRole('link', { name: 'Basic Leather Wallet' })
  const wallet = link.closest('article')!
  expect(within(wallet).getByText('Beginner')).toBeTruthy()
  expect(within(wallet).getByText('4 h')).toBeTruthy()
  expect(within(wallet).getByText('12 steps')).toBeTruthy()
})

test('typing in the search narrows the list and goes into the address', async () => {
  const { user, address } = visit('/templates', createFakeApi().fetch)
  await screen.findByText('2 templates')
  await user.type(screen.getByRole('searchbox', { name: 'Search templates' }), 'box')
  await screen.findByText('One template')
  await waitFor(() => expect(address()).toBe('/templates?search=box'))
  expect(screen.queryByRole('link', { name: 'Basic Leather Wallet' })).toBeNull()
})

test('a filter that is chosen right after the last letter keeps what was typed, and is kept with it', async () => {
  const { address } = visit('/templates', createFakeApi().fetch)
  await screen.findByText('2 templates')
  const beginner = screen.getByRole('radio', { name: /^Beginner/ })
  fireEvent.change(screen.getByRole('searchbox', { name: 'Search templates' }), { target: { value: 'wallet' } })
  fireEvent.click(beginner)
  await waitFor(() => expect(address()).toMatch(/search=wallet/))
  expect(address()).toMatch(/difficulty=beginner/)
  expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search templates' }).value).toBe('wallet')
})

test('who goes elsewhere right after the last letter is not taken back', async () => {
  const { address } = visit('/templates', createFakeApi().fetch)
  const card = await screen.findByRole('link', { name: 'Basic Leather Wallet' })
  fireEvent.change(screen.getByRole('searchbox', { name: 'Search templates' }), { target: { value: 'wallet' } })
  fireEvent.click(card)
  await screen.findByRole('heading', { level: 2, name: 'What others say' })
  expect(address()).toBe('/templates/1')
})

test('who goes elsewhere while a run is being started is not taken along by the answer', async () => {
  const { fetch: send } = createFakeApi()
  let answer = () => {}
  const slow: typeof fetch = async (input, init) => {
    const isStart = init?.method === 'POST' && String(input instanceof Request ? input.url : input).endsWith('/start')
    if (isStart) await new Promise<void>(resolve => (answer = resolve))
    return await send(input, init)
  }
  const { user, address } = visit('/templates/1', slow)
  await user.click(await screen.findByRole('button', { name: 'Start' }))
  await screen.findByRole('button', { name: 'Starting…' })
  await user.click(screen.getAllByRole('link', { name: 'Templates' })[0]!)
  await screen.findByText('2 templates')
  answer()
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(address()).toBe('/templates')
})

test('who is not signed in is asked to, and then sees what they came for', async () => {
  const { user, address } = visit('/templates?search=wallet', createFakeApi({ isSignedIn: false }).fetch)
  await user.type(await screen.findByLabelText('E-mail'), fakePerson.email)
  await user.type(screen.getByLabelText('Password'), 'no idea')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByText('E-mail or password is wrong. Check both and try again.')
  await user.clear(screen.getByLabelText('Password'))
  await user.type(screen.getByLabelText('Password'), fakePerson.password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await screen.findByRole('link', { name: 'Basic Leather Wallet' })
  expect(address()).toBe('/templates?search=wallet')
})

test('the workflow page tells what one gets, then what it takes, then how it goes', async () => {
  visit('/templates/2', createFakeApi().fetch)
  await screen.findByRole('heading', { level: 1, name: 'Simple Wooden Box' })
  await screen.findByRole('heading', { level: 2, name: 'What others say' })
  const headings = screen.getAllByRole('heading', { level: 2 }).map(heading => heading.textContent)
  expect(headings).toEqual([
    'What you can get',
    'Can you do it now?',
    'What it takes',
    'The 18 steps',
    expect.stringMatching(/^Mind your safety: \d+ notes$/),
    'Details',
    'What others say',
  ])
})

test('a workflow that one may not run says so and offers no start', async () => {
  const workflows = sampleWorkflows().map(workflow => ({ ...workflow, permissions: ['read' as const] }))
  visit('/templates/1', createFakeApi({ workflows }).fetch)
  await screen.findByText(/You may read this workflow, but not run it/)
  expect(screen.queryByRole('button', { name: 'Start' })).toBeNull()
})

test('what one may see but not do is a page of its own, with where to go', async () => {
  const { handlers } = createFakeApi()
  const refuse = () => {
    throw new FakeError('access.forbidden', 'Only its owner may open this workflow.')
  }
  visit('/templates/1', fakeFetch({ ...handlers, workflows: { ...handlers.workflows, get: refuse } }))
  await screen.findByRole('heading', { level: 1, name: 'Not open to you' })
  expect(screen.getByText(/^You may not do this\. Ask whoever it belongs to/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'All templates' }).getAttribute('href')).toBe('/templates')
})

test('a page that failed says so, and shows its content once trying again succeeds', async () => {
  const { handlers } = createFakeApi()
  let isBroken = true
  const get: typeof handlers.workflows.get = (input, call) => {
    if (isBroken) throw new FakeError('server.internal', 'no matter')
    return handlers.workflows.get(input, call)
  }
  const { user } = visit('/templates/1', fakeFetch({ ...handlers, workflows: { ...handlers.workflows, get } }))
  await screen.findByText('The server made a mistake. It was recorded; try again in a moment.')
  isBroken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('heading', { level: 1, name: 'Basic Leather Wallet' })
  expect(screen.queryByText(/The server made a mistake/)).toBeNull()
})
