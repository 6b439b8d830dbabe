import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createFakeApi } from '../testing/fake-api/fake-api.ts'
import { FakeError } from '../testing/fake-api/fake-error.ts'
import { fakeFetch } from '../testing/fake-api/fake-fetch.ts'
import { sampleWorkflows } from '../testing/fake-api/samples.ts'
import { visit } from '../testing/render-app.tsx'

const made = (id: number) => ({ id, created_at: new Date(2026, 0, id).toISOString() })

const shared = { user_id: 7, workshop_id: null, name: 'Ana', email: 'ana@example.test', permission: 'execute' }

/** The dialog for sharing, at a workflow with one link, over a server that refuses all workshops. */
async function openDialog() {
  const workflows = sampleWorkflows().map(one => ({
    ...one,
    permissions: ['read' as const, 'execute' as const, 'share' as const],
  }))
  const { handlers } = createFakeApi({ workflows })
  let links = [made(1)]
  const served = {
    ...handlers,
    workshops: {
      list: () => ({
        items: [{ id: 4, name: 'Yard', role: 'manager' }],
        total: 1,
        limit: 100,
        offset: 0,
        has_more: false,
      }),
    },
    sharing: {
      list: () => [],
      put: ({ body: { email } }: { body: { email?: string } }) => {
        if (email === 'ana@example.test') return shared
        if (email) throw new FakeError('request.invalid', `Nobody here has the address ${email}.`)
        throw new FakeError('workshop.not_found', 'There is no workshop 4 any more.')
      },
    },
    links: {
      list: () => links,
      create: () => {
        if (links.length === 2) throw new FakeError('link.limit_reached', 'There are enough links.')
        links = [...links, made(2)]
        return { ...made(2), token: 'abc', url: '/shared/abc' }
      },
      remove: ({ params }: { params: { link_id: number } }) => {
        links = links.filter(({ id }) => id !== params.link_id)
      },
    },
  }
  const { user } = visit('/templates/1', fakeFetch(served))
  await user.click((await screen.findAllByRole('button', { name: /More/ }))[0] ?? document.body)
  await user.click(await screen.findByRole('menuitem', { name: /Share/ }))
  await screen.findByRole('heading', { name: 'Links to read' })
  return user
}

test('why a workshop cannot be shared with is told', async () => {
  const user = await openDialog()
  await screen.findByRole('option', { name: 'Everyone in Yard' })
  await user.selectOptions(screen.getByLabelText('Share with'), '4')
  await user.click(screen.getByRole('button', { name: 'Share' }))
  expect((await screen.findByText(/^This workshop is not there, or you do not belong to it/)).isConnected).toBe(true)
})

test('after an address that nobody has, the next one is sent', async () => {
  const user = await openDialog()
  const email = screen.getByLabelText<HTMLInputElement>('E-mail of the person')
  const share = screen.getByRole('button', { name: 'Share' })
  await user.click(share)
  expect((await screen.findByText('Enter the e-mail address of the person.')).isConnected).toBe(true)
  await user.type(email, 'nobody@example.test')
  await user.click(share)
  expect((await screen.findByText(/^Something you entered does not fit/)).isConnected).toBe(true)
  await user.clear(email)
  await user.type(email, 'ana@example.test')
  await user.click(share)
  await waitFor(() => expect(email.value).toBe(''))
  expect(screen.queryByText(/Something you entered|Enter the e-mail/)).toBeNull()
})

test('the address that is shown once stays until its own link is taken back', async () => {
  const user = await openDialog()
  await user.click(screen.getByRole('button', { name: 'Make a link' }))
  const address = await screen.findByLabelText('Address of the link')
  await waitFor(() => expect(screen.getAllByRole('button', { name: /Take back/ })).toHaveLength(2))
  const [first, second] = screen.getAllByRole('button', { name: /Take back/ })
  await user.click(first ?? document.body)
  await waitFor(() => expect(screen.getAllByRole('button', { name: /Take back/ })).toHaveLength(1))
  expect(address.isConnected).toBe(true)
  await user.click(second ?? document.body)
  await waitFor(() => expect(screen.queryByLabelText('Address of the link')).toBeNull())
})

test('the address that is shown once stays when another link cannot be made', async () => {
  const user = await openDialog()
  const make = screen.getByRole('button', { name: 'Make a link' })
  await user.click(make)
  const address = await screen.findByLabelText<HTMLInputElement>('Address of the link')
  await waitFor(() => expect(screen.getAllByRole('button', { name: /Take back/ })).toHaveLength(2))
  await user.click(make)
  await screen.findByText('There are enough links.')
  expect(screen.getByLabelText<HTMLInputElement>('Address of the link').value).toBe(address.value)
})
