import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createFakeApi } from '../../../testing/fake-api/fake-api.ts'
import { fakeFetch } from '../../../testing/fake-api/fake-fetch.ts'
import { visit } from '../../../testing/render-app.tsx'

const pageOf = <T,>(items: readonly T[]) => ({ items, total: items.length, limit: 100, offset: 0, has_more: false })
const made_at = new Date(0).toISOString()
const room = { id: 2, name: 'Wood room', description: null, role: 'manager', member_count: 2, created_at: made_at }

/** A workshop with two managers, one of whom looks at it. */
async function openPeople() {
  const { handlers } = createFakeApi({ isSignedIn: true })
  const members = ['Ana', 'Ben'].map((display_name, index) => ({
    user_id: index + 1,
    display_name,
    email: `${display_name}@example.test`,
    role: 'manager',
    joined_at: made_at,
  }))
  const changed: [number, string][] = []
  const send = fakeFetch({
    ...handlers,
    workshops: {
      list: () => pageOf([room]),
      listMembers: () => pageOf(members),
      updateMember: ({ params, body }: { params: { user_id: number }; body: { role: string } }) => {
        changed.push([params.user_id, body.role])
        return members[0]
      },
    },
    invitations: { list: () => [] },
  } as unknown as typeof handlers)
  const { user } = visit('/settings/people', send)
  const own = await screen.findByLabelText('Role of Ana')
  return { user, own, changed }
}

test('who gives up the own role of a manager is asked first, and anybody else’s is changed at once', async () => {
  const { user, own, changed } = await openPeople()
  await user.selectOptions(screen.getByLabelText('Role of Ben'), 'Member')
  await waitFor(() => expect(changed).toEqual([[2, 'member']]))
  await user.selectOptions(own, 'Member')
  await screen.findByRole('alertdialog', { name: 'Step down as manager of Wood room?' })
  await user.click(screen.getByRole('button', { name: 'Go back' }))
  expect(changed).toHaveLength(1)
  await user.selectOptions(own, 'Member')
  await user.click(await screen.findByRole('button', { name: 'Step down' }))
  await waitFor(() => expect(changed.at(-1)).toEqual([1, 'member']))
})
