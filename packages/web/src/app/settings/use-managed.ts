import type { Workshop } from '@hidesync/contract/identity/identity.schemas'
import { useMe } from '../../identity/use-me.ts'
import { useWorkshops } from '../../identity/use-workshops.ts'

export interface Managed {
  /** None until they are known. */
  readonly workshops: readonly Workshop[]
  readonly isPending: boolean
  /** Why they are not known; null: nothing went wrong. */
  readonly error: unknown
  readonly retry: () => void
}

/** The workshops whose people and devices one looks after. */
export function useManaged(): Managed {
  const me = useMe()
  const workshops = useWorkshops()
  const all = workshops.data?.items ?? []
  return {
    workshops: me.data?.is_superuser ? all : all.filter(({ role }) => role === 'manager'),
    isPending: me.isPending || workshops.isPending,
    error: me.error ?? workshops.error,
    retry: () => {
      for (const query of [me, workshops]) if (query.isError) void query.refetch()
    },
  }
}
