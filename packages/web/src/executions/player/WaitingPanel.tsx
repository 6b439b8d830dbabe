import { Hourglass } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Player } from './use-player.ts'

/** Nothing can be done but wait: for glue, for dye. It says until when, and lets one go on all the same. */
export function WaitingPanel({
  player,
  stepId,
  notBefore,
}: {
  readonly player: Player
  readonly stepId: number
  readonly notBefore: number
}) {
  const t = useTranslations('player')
  const format = useFormatter()
  const name = player.workflow.step(stepId)?.name ?? ''
  const at = new Date(notBefore)
  const isToday = at.toDateString() === new Date(player.view.at).toDateString()
  return (
    <Banner
      tone="info"
      announce="status"
      icon={<Hourglass aria-hidden />}
      actions={
        <Button onPress={() => player.ask({ type: 'navigate', step_id: stepId, override: true })}>
          {t('start_anyway')}
        </Button>
      }
    >
      {t('waiting', {
        name,
        time: format.dateTime(at, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }),
      })}
    </Banner>
  )
}
