import { FakeError } from './fake-error.ts'
import type { Handlers } from './handlers.ts'

/** The one account of the fake. Any other password is wrong. */
export const fakePerson = { email: 'ana@example.test', password: 'saddle stitch' } as const

/** `isSignedIn`: there is a cookie from before. */
export function fakeIdentity(isSignedIn: boolean): Handlers<'auth' | 'users'> {
  let hasCookie = isSignedIn
  const pair = () => {
    hasCookie = true
    return { access_token: 'fake', token_type: 'bearer' as const, expires_in: 900, refresh_token: 'fake', user_id: 1 }
  }
  return {
    auth: {
      token: ({ body: { email, password } }) => {
        if (email !== fakePerson.email || password !== fakePerson.password)
          throw new FakeError('auth.invalid_credentials', 'E-mail or password is wrong.')
        return pair()
      },
      refresh: () => {
        if (!hasCookie) throw new FakeError('auth.required', 'Sign in first.')
        return pair()
      },
      logout: () => {
        hasCookie = false
        return undefined
      },
    },
    users: {
      me: () => ({
        id: 1,
        email: fakePerson.email,
        display_name: 'Ana',
        locale: 'en',
        is_superuser: false,
        is_active: true,
        default_workshop_id: 1,
        preferences: {},
        created_at: new Date(2026, 0, 1).toISOString(),
      }),
    },
  }
}
