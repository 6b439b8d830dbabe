import { useState } from 'react'

export interface Selection {
  readonly ids: ReadonlySet<number>
  readonly has: (id: number) => boolean
  readonly set: (id: number, isSelected: boolean) => void
  readonly replace: (ids: Iterable<number>) => void
}

/** Which things of a list are selected; what is not shown any more is not selected either. */
export function useSelection(shown: readonly number[]): Selection {
  const [chosen, choose] = useState<ReadonlySet<number>>(new Set())
  const ids = new Set(shown.filter(id => chosen.has(id)))
  return {
    ids,
    has: id => ids.has(id),
    set: (id, isSelected) => {
      const next = new Set(ids)
      if (isSelected) next.add(id)
      else next.delete(id)
      choose(next)
    },
    replace: next => choose(new Set(next)),
  }
}
