import { whatFollows } from '@hidesync/domain/executions/outlook'
import { executionCan } from '@hidesync/domain/executions/allowed-in'
import { Ban, Check, CircleX, Ellipsis, Keyboard, Pause, Play, SkipForward, Undo2, X } from 'lucide-react'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import styles from './action-bar.module.css'
import type { Player } from './use-player.ts'

/** What can be done now: the usual large, the rest within reach. */
export function ActionBar({ player }: { readonly player: Player }) {
  const t = useTranslations('player')
  const { view, current } = player
  const { state } = view
  const isWorking = state.status === 'active' && current !== null
  const canSkip = isWorking && current.kind !== 'decision' && current.kind !== 'quality_check'
  const entry = (id: string, icon: React.ReactNode, run: () => void): MenuEntry => ({
    id,
    icon,
    run,
    label: t(`menu_${id as 'skip'}`),
  })
  return (
    <footer className={styles['bar']}>
      <div className={styles['inner']}>
        <div className={styles['side']}>
          <Button
            variant="quiet"
            isDisabled={!executionCan('undo', state) || state.undo_head === null}
            onPress={player.undo}
          >
            <Undo2 aria-hidden size={20} />
            {t('undo')}
          </Button>
          <Menu
            label={t('more')}
            trigger={
              <IconButton label={t('more')}>
                <Ellipsis aria-hidden size={24} />
              </IconButton>
            }
            groups={[
              [
                ...(canSkip
                  ? [entry('skip', <SkipForward aria-hidden size={18} />, () => player.setDialog({ type: 'skip' }))]
                  : []),
                ...(isWorking
                  ? [entry('fail', <CircleX aria-hidden size={18} />, () => player.setDialog({ type: 'fail' }))]
                  : []),
                ...(executionCan('pause', state)
                  ? [entry('pause', <Pause aria-hidden size={18} />, () => player.ask({ type: 'pause' }))]
                  : []),
                entry('keys', <Keyboard aria-hidden size={18} />, () => player.setDialog({ type: 'keys' })),
              ],
              ...(executionCan('cancel', state)
                ? [
                    [
                      {
                        ...entry('cancel', <Ban aria-hidden size={18} />, () => player.setDialog({ type: 'cancel' })),
                        isDanger: true,
                      },
                    ],
                  ]
                : []),
            ]}
          />
        </div>
        <div className={styles['main']}>
          <MainAction player={player} />
        </div>
      </div>
    </footer>
  )
}

function MainAction({ player }: { readonly player: Player }) {
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
  if (current.kind === 'quality_check')
    return (
      <div className={styles['verdicts']}>
        <Button size="large" block onPress={() => player.giveVerdict('fail')}>
          <X aria-hidden size={20} />
          {t('verdict_fail')}
        </Button>
        <Button data-verdict variant="primary" size="large" block onPress={() => player.giveVerdict('pass')}>
          <Check aria-hidden size={20} />
          {t('verdict_pass')}
        </Button>
      </div>
    )
  const chosen = current.options.find(({ definition }) => definition.id === choice)?.definition.option_text
  return (
    <Button variant="primary" size="large" block onPress={player.primary}>
      <Check aria-hidden size={20} />
      {current.kind !== 'decision' ? label : chosen === undefined ? t('choose') : t('choose_option', { name: chosen })}
    </Button>
  )
}

/** Says what happens: which step comes next, or that it was the last. */
function useCompleteLabel({ workflow, view, current }: Player): string {
  const t = useTranslations('player')
  const format = useFormatter()
  const { state, at } = view
  const after = useMemo(() => {
    if (current === null || current.kind === 'decision') return []
    return whatFollows(workflow, state, current.id, at)
  }, [workflow, state, current, at])
  const gather = current?.definition.step_type === 'material' ? 'gathered' : 'complete'
  const names = after.flatMap(id => workflow.step(id)?.name ?? [])
  if (names.length > 0) return t(`${gather}_next`, { names: format.list(names) })
  const others = view.lanes.filter(lane => lane.id !== current?.id)
  return t(others.length > 0 ? 'complete_waits' : 'complete_last')
}
