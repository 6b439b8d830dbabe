import { Clock, ListOrdered, Volume2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDurations } from '../../../app/use-durations.ts'
import { Button } from '../../../ui/Button.tsx'
import { sampleTone } from '../../timers/tone.ts'
import { OfflineFact } from './OfflineFact.tsx'
import type { Player } from '../use-player.ts'
import styles from './gather.module.css'

/** How long it will take, how many steps it has, and whether one would hear an alarm. */
export function GatherFacts({ player }: { readonly player: Player }) {
  const t = useTranslations('gather')
  const durations = useDurations()
  const { progress } = player.view
  const [isHeard, setHeard] = useState<boolean | null>(null)
  return (
    <ul className={styles['facts']}>
      <li>
        <Clock aria-hidden size={20} />
        {t('time', { duration: durations.about(progress.estimated_remaining_time) })}
      </li>
      <li>
        <ListOrdered aria-hidden size={20} />
        {t('steps', { count: progress.total_steps })}
      </li>
      <OfflineFact executionId={player.execution.id} />
      <li>
        <Volume2 aria-hidden size={20} />
        <Button onPress={() => setHeard(sampleTone())}>{t('sound_test')}</Button>
        <output className={styles['heard']}>
          {isHeard === null ? null : t(isHeard ? 'sound_played' : 'sound_missing')}
        </output>
      </li>
    </ul>
  )
}
