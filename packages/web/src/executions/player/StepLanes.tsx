import { Hourglass, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { LaneTabs } from '../../ui/LaneTabs.tsx'
import { LaneClock } from './LaneClock.tsx'
import styles from './player.module.css'
import type { Player } from './use-player.ts'

const icons = { active: Play, ready: Play, waiting: Hourglass } as const

/** Where several steps are open side by side, each is a tab over the panel of the one in view. */
export function StepLanes({ player, children }: { readonly player: Player; readonly children: ReactNode }) {
  const t = useTranslations('player')
  const { view, current } = player
  if (view.lanes.length < 2 || current === null) return children
  return (
    <LaneTabs
      label={t('lanes')}
      selected={String(current.id)}
      onSelect={id => player.goTo(Number(id))}
      tabs={view.lanes.map(lane => {
        const Icon = icons[lane.kind]
        return {
          id: String(lane.id),
          content: (
            <>
              <Icon aria-hidden size={16} />
              {lane.name}
              <span className={styles['laneState']}>{t(`lane_${lane.kind}`)}</span>
              <LaneClock executionId={player.execution.id} stepId={lane.id} />
            </>
          ),
        }
      })}
    >
      {children}
    </LaneTabs>
  )
}
