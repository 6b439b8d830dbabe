import type { Session, SessionStatus } from '../app/session.ts'
import { createStore } from '../app/store.ts'

const never = async () => false

/** A session on a device that one person after the other uses; its token says whose it is: `of 1`. */
export function fakeSession() {
  let person: number | null = 1
  const status = createStore<SessionStatus>('signed_in')
  const session: Session = {
    status,
    token: () => `of ${person}`,
    person: () => person,
    restore: async () => true,
    recover: never,
    signIn: async () => undefined,
    enter: () => undefined,
    signOut: async () => undefined,
    giveUp: () => undefined,
  }
  const become = (next: number) => {
    person = null
    status.set('signed_out')
    person = next
    status.set('signed_in')
  }
  return { session, become }
}
