import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { readDevice } from '../../app/device-storage.ts'
import { createFakeApi } from '../../testing/fake-api/fake-api.ts'
import { FakeError } from '../../testing/fake-api/fake-error.ts'
import { fakeFetch } from '../../testing/fake-api/fake-fetch.ts'
import { visit } from '../../testing/render-app.tsx'

const station = { id: 4, name: 'Sewing bench', workshop_id: 2, token: 'bench' }
const workshops = [
  { id: 1, name: 'Leather room' },
  { id: 2, name: 'Wood room' },
].map(one => ({
  ...one,
  description: null,
  role: 'manager' as const,
  member_count: 3,
  created_at: new Date(0).toISOString(),
}))

/** A server that no longer knows the station of the device. */
function serverWithout(isSignedIn: boolean) {
  const { handlers } = createFakeApi({ isSignedIn })
  const made: number[] = []
  const send = fakeFetch({
    ...handlers,
    workshops: { list: () => ({ items: workshops, total: 2, limit: 100, offset: 0, has_more: false }) },
    stations: {
      me: () => {
        throw new FakeError('auth.invalid_token', 'The token is wrong.')
      },
      remove: () => {
        throw new FakeError('station.not_found', 'This workshop has no station 4.')
      },
      create: ({ params }: { params: { id: number } }) => {
        made.push(params.id)
        return { id: 9, name: 'Lathe', created_at: new Date(0).toISOString(), token: 'new' }
      },
    },
  } as typeof handlers)
  return { send, made }
}

test('a station that was taken away says so, is forgotten, and shows the way to sign in', async () => {
  const { user, address } = visit('/station/4', serverWithout(false).send, { station })
  await screen.findByText(/This device is no station any more/)
  expect(readDevice('station')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Who works here?' })).toBeNull()
  await user.click(screen.getByRole('link', { name: 'Sign in with e-mail and password' }))
  await waitFor(() => expect(address()).toBe('/login'))
})

test('at the address of another station the device shows the way to its own', async () => {
  visit('/station/5', serverWithout(false).send, { station })
  const link = await screen.findByRole('link', { name: 'To the station' })
  expect(link.getAttribute('href')).toBe('/station/4')
})

test('the settings forget a station that the server does not know, and make one of the workshop that is chosen', async () => {
  const { send, made } = serverWithout(true)
  const { user, address } = visit('/settings/devices', send, { station })
  await user.click(await screen.findByRole('button', { name: 'No longer a station' }))
  await user.selectOptions(await screen.findByLabelText('Workshop'), 'Wood room')
  expect(readDevice('station')).toBeNull()
  await user.type(screen.getByLabelText('Name of the station'), 'Lathe')
  await user.click(screen.getByRole('button', { name: 'Make this device a station' }))
  await waitFor(() => expect(address()).toBe('/station/9'))
  expect(made).toEqual([2])
})

test.each([
  ['٤٣٢١', ['4321']],
  ['4321', ['4321']],
  ['43a1', []],
])('the PIN %s is taken for %j, and is never shown', async (typed, expected) => {
  const { handlers } = createFakeApi({ isSignedIn: true })
  const pins: string[] = []
  const setPin = ({ body: { pin } }: { body: { pin: string } }) => void pins.push(pin)
  const { user } = visit('/settings/profile', fakeFetch({ ...handlers, stations: { setPin } } as typeof handlers))
  await user.type(await screen.findByLabelText('New PIN'), typed)
  await user.click(screen.getByRole('button', { name: 'Set the PIN' }))
  await screen.findByText(expected.length > 0 ? 'Set' : 'Enter four to eight digits.')
  expect(pins).toEqual(expected)
  expect(document.body.textContent).not.toContain(typed)
})
