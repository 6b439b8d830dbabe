import { stepTiming } from '@hidesync/domain/executions/view'
import { useTranslations } from 'use-intl'
import { usePreferences } from '../../app/preferences.ts'
import { useDurations } from '../../app/use-durations.ts'
import { CheatSheet } from './CheatSheet.tsx'
import { FailedCheck } from './FailedCheck.tsx'
import { JumpDialog } from './JumpDialog.tsx'
import type { PlayerDialog as Dialog } from './player-dialog.ts'
import { ProblemDialog } from './problem/ProblemDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { UsageSheet } from './usage/UsageSheet.tsx'
import type { Player } from './use-player.ts'

interface PlayerDialogProps {
  readonly player: Player
  readonly dialog: Dialog
}

/** A question that stands over the player. */
export function PlayerDialog({ player, dialog }: PlayerDialogProps) {
  const t = useTranslations('player')
  const durations = useDurations()
  const { usage } = usePreferences('player')
  const { current, workflow, execution, view } = player
  const close = () => player.setDialog(null)
  // What is asked about a step is asked as long as that is in view: see `lapses`.
  const name = current?.definition.name ?? ''
  const reason = { reason: player.words, onReason: player.setWords }
  switch (dialog.type) {
    case 'keys':
      return <CheatSheet onClose={close} />
    case 'problem':
      return <ProblemDialog player={player} about={dialog.about} onClose={close} />
    case 'jump':
      return (
        <JumpDialog
          target={workflow.step(dialog.step_id)?.name ?? ''}
          skipped={dialog.skipped.flatMap(id => workflow.step(id)?.name ?? [])}
          onConfirm={() => player.ask({ type: 'navigate', step_id: dialog.step_id, skip: true })}
          onClose={close}
        />
      )
    case 'failed_check':
      return <FailedCheck player={player} failed={dialog.failed} answers={dialog.answers} onClose={close} />
    case 'usage': {
      const { answers } = dialog
      const required = usage === 'required'
      return current === null ? null : (
        <UsageSheet
          step={current.definition}
          pieces={execution.quantity}
          minutes={stepTiming(workflow, view.state, current.id, view.at)?.spent ?? 0}
          confirm={t('record_and_continue')}
          onRecord={used => player.complete({ ...answers, usage: used })}
          {...(required ? {} : { onLater: () => player.complete({ ...answers, usage: null }) })}
          onClose={close}
        />
      )
    }
    case 'early': {
      const { answers, minutesLeft } = dialog
      return (
        <ReasonDialog
          {...reason}
          title={t('early_title')}
          lead={t('early_lead', { name, duration: durations.minutes(minutesLeft) })}
          confirm={t('early_confirm')}
          onConfirm={reason => player.complete({ ...answers, early: { reason } })}
          onClose={close}
        />
      )
    }
    case 'cancel':
      return (
        <ReasonDialog
          {...reason}
          title={t('cancel_title', { name: execution.workflow_name })}
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
          {...reason}
          title={t(`${dialog.type}_title`, { name })}
          lead={t(`${dialog.type}_lead`)}
          confirm={t(`${dialog.type}_confirm`)}
          onConfirm={reason => player.settle(dialog.type, reason)}
          onClose={close}
        />
      )
  }
}
