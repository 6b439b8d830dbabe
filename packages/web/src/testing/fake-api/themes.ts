import { FakeError } from './fake-error.ts'
import type { Handlers } from './handlers.ts'

/** No themes: the workflows of the fake have the colours of their craft. */
export const fakeThemes: Handlers<'themes'>['themes'] = {
  list: () => [],
  get: ({ params: { id } }) => {
    throw new FakeError('theme.not_found', `There is no theme ${id}.`)
  },
}
