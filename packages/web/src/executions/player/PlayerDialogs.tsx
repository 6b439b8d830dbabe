import { useTranslations } from 'use-intl'
import { useDurations } from '../../app/use-durations.ts'
import { CheatSheet } from './CheatSheet.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { Player } from './use-player.ts'

/** The question that stands over the player, if there is one. */
export function PlayerDialogs({ player }: { readonly player: Player }) {
  const t = useTranslations('player')
  const durations = useDurations()
  const { dialog, current, workflow } = player
  const close = () => player.setDialog(null)
  if (dialog === null) return null
  const name = current?.definition.name ?? ''
  switch (dialog.type) {
    case 'keys':
      return <CheatSheet onClose={close} />
    case 'jump':
      return (
        <JumpDialog
          target={workflow.step(dialog.step_id)?.name ?? ''}
          skipped={dialog.skipped.flatMap(id => workflow.step(id)?.name ?? [])}
          onConfirm={() => player.ask({ type: 'navigate', step_id: dialog.step_id, skip: true })}
          onClose={close}
        />
      )
    case 'early':
      return (
        <ReasonDialog
          title={t('early_title')}
          lead={t('early_lead', { name, duration: durations.minutes(dialog.minutesLeft) })}
          confirm={t('early_confirm')}
          onConfirm={player.finishEarly}
          onClose={close}
        />
      )
    case 'cancel':
      return (
        <ReasonDialog
          title={t('cancel_title', { name: player.execution.workflow_name })}
          lead={t('cancel_lead')}
          confirm={t('cancel_confirm')}
          isDanger
          onConfirm={reason => player.ask({ type: 'cancel', reason })}
          onClose={close}
        />
      )
    case 'skip':
    case 'fail':
      return (
        <ReasonDialog
          title={t(`${dialog.type}_title`, { name })}
          lead={t(`${dialog.type}_lead`)}
          confirm={t(`${dialog.type}_confirm`)}
          onConfirm={reason => player.settle(dialog.type, reason)}
          onClose={close}
        />
      )
  }
}
