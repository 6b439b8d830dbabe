import { whatFollows } from '@hidesync/domain/executions/outlook'
import { executionCan } from '@hidesync/domain/executions/allowed-in'
import { criteriaOf } from '@hidesync/domain/step-types/criteria'
import { Check, Play, X } from 'lucide-react'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import styles from './action-bar.module.css'
import type { Player } from './use-player.ts'

/** The large button: what one does most, and what comes of it. */
export function MainAction({ player }: { readonly player: Player }) {
  const t = useTranslations('player')
  const { view, current, choice } = player
  const label = useCompleteLabel(player)
  if (executionCan('resume', view.state))
    return (
      <Button variant="primary" size="large" block onPress={() => player.ask({ type: 'resume' })}>
        <Play aria-hidden size={20} />
        {t('resume')}
      </Button>
    )
  if (current === null) return null
  if (view.current?.kind === 'ready')
    return (
      <Button variant="primary" size="large" block onPress={player.primary}>
        <Play aria-hidden size={20} />
        {t('start_step', { name: current.definition.name })}
      </Button>
    )
  if (current.kind === 'quality_check' && criteriaOf(current.definition).length === 0)
    return (
      <div data-blocker="verdict" className={styles['verdicts']}>
        <Button size="large" block onPress={() => player.askAbout({ type: 'failed_check', failed: [], answers: {} })}>
          <X aria-hidden size={20} />
          {t('verdict_fail')}
        </Button>
        <Button data-verdict variant="primary" size="large" block onPress={() => player.complete({ verdict: 'pass' })}>
          <Check aria-hidden size={20} />
          {t('verdict_pass')}
        </Button>
      </div>
    )
  const Icon = player.isFailing ? X : Check
  const chosen = current.options.find(({ definition }) => definition.id === choice)?.definition.option_text
  return (
    <Button variant="primary" size="large" block onPress={player.primary}>
      <Icon aria-hidden size={20} />
      <span className={styles['label']}>
        {current.kind !== 'decision'
          ? label
          : chosen === undefined
            ? t('choose')
            : t('choose_option', { name: chosen })}
      </span>
    </Button>
  )
}

/** Says what happens: which step comes next, that it was the last, or that it is asked what to do about a check. */
export function useCompleteLabel(player: Player): string {
  const t = useTranslations('player')
  const failed = useTranslations('failed_check')
  const { workflow, view, current } = player
  const format = useFormatter()
  const { state, at } = view
  const after = useMemo(() => {
    if (current === null || current.kind === 'decision') return []
    return whatFollows(workflow, state, current.id, at)
  }, [workflow, state, current, at])
  if (player.isFailing) return failed('title')
  const type = current?.definition.step_type
  const deed = type === 'material' ? 'gathered' : type === 'documentation' ? 'read' : 'complete'
  const names = after.flatMap(id => workflow.step(id)?.name ?? [])
  if (names.length > 0) return t(`${deed}_next`, { names: format.list(names) })
  const others = view.lanes.filter(lane => lane.id !== current?.id)
  return t(others.length > 0 ? 'complete_waits' : 'complete_last')
}
