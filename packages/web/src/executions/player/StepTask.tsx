import { Suspense } from 'react'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { StepQuestion } from './later-parts.ts'
import type { Player } from './use-player.ts'

/** What a step's type asks for before it is done; most steps ask for nothing. */
export function StepTask({ player }: { readonly player: Player }) {
  const { current, fields } = player
  if (current === null) return null
  const { definition, kind } = current
  const asks = kind === 'decision' || kind === 'quality_check' || definition.step_type === 'outcome'
  return asks || fields.length > 0 ? (
    <Suspense fallback={<Skeleton shape="row" count={2} />}>
      <StepQuestion player={player} />
    </Suspense>
  ) : null
}
