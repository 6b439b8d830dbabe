import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createFakeApi } from '../testing/fake-api/fake-api.ts'
import { FakeError } from '../testing/fake-api/fake-error.ts'
import { fakeFetch } from '../testing/fake-api/fake-fetch.ts'
import { visit } from '../testing/render-app.tsx'

const useless = /This link is not good any more/
const person = { display_name: 'Ana', email: 'ana@example.test', expired: false }

/** The app at a link for a new password, whose server fails as it is told. */
function atLink(fail: () => void) {
  const { handlers } = createFakeApi({ isSignedIn: false })
  const seen: string[] = []
  const served = {
    ...handlers,
    auth: {
      ...handlers.auth,
      token: () => {
        throw new FakeError('request.rate_limited', 'Too many have signed in.')
      },
    },
    passwordResets: {
      view: () => {
        fail()
        return person
      },
      use: ({ body }: { body: { password: string } }) => {
        seen.push(body.password)
        return { access_token: 'new', token_type: 'bearer' as const, expires_in: 900, refresh_token: 'new', user_id: 1 }
      },
    },
  }
  return { ...visit('/password-resets/abc', fakeFetch(served)), seen }
}

test.each(['password_reset.not_found', 'request.invalid'] as const)(
  'a link is called useless, and leads on, where the server says %s of it',
  async code => {
    atLink(() => {
      throw new FakeError(code, 'What is wrong with the token.')
    })
    expect((await screen.findByText(useless)).isConnected).toBe(true)
    expect(screen.getByRole('link', { name: 'To the bench' }).getAttribute('href')).toBe('/')
    expect(screen.queryByText(/token/)).toBeNull()
  },
)

test.each(['link.not_found', 'request.invalid'] as const)(
  'a shared workflow whose link the server calls %s says that the link is good for nothing any more',
  async code => {
    const { handlers } = createFakeApi({ isSignedIn: false })
    const read = () => {
      throw new FakeError(code, 'What is wrong with the token.')
    }
    const served = { ...handlers, links: { read } }
    visit('/shared/abc', fakeFetch(served))
    expect((await screen.findByText(useless)).isConnected).toBe(true)
    expect(screen.queryByText(/token/)).toBeNull()
  },
)

test('what hinders a good link is told, and after trying again one is signed in by its answer alone', async () => {
  let isBroken = true
  const { user, address, seen } = atLink(() => {
    if (isBroken) throw new FakeError('server.internal', 'no matter')
  })
  await screen.findByText(/The server made a mistake/)
  expect(screen.queryByText(useless)).toBeNull()
  isBroken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await user.type(await screen.findByLabelText('New password'), 'saddle stitch')
  await user.click(screen.getByRole('button', { name: 'Set it and sign in' }))
  await waitFor(() => expect(address()).toBe('/'))
  expect(seen).toEqual(['saddle stitch'])
})
