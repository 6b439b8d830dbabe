import { waitsFor } from '@hidesync/domain/executions/why-here'
import { Hourglass } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import styles from './step.module.css'
import type { Player } from './use-player.ts'

/** Of a step that is still ahead: what has to be done before it opens. */
export function WaitsFor({ player, stepId }: { readonly player: Player; readonly stepId: number }) {
  const t = useTranslations('player_why')
  const format = useFormatter()
  const { workflow, view } = player
  const names = waitsFor(workflow, view.state, stepId).flatMap(id => workflow.step(id)?.name ?? [])
  if (names.length === 0) return null
  return (
    <p className={styles['chosen']}>
      <Hourglass aria-hidden size={18} />
      {t('waits_for', { names: format.list(names) })}
    </p>
  )
}
