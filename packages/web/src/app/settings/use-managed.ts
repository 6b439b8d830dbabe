import type { Workshop } from '@hidesync/contract/identity/identity.schemas'
import { useMe } from '../../identity/use-me.ts'
import { useWorkshops } from '../../identity/use-workshops.ts'

/** The workshops whose people and devices one looks after; none until that is known. */
export function useManaged(): readonly Workshop[] {
  const { data: me } = useMe()
  const all = useWorkshops().data?.items ?? []
  return me?.is_superuser ? all : all.filter(({ role }) => role === 'manager')
}
