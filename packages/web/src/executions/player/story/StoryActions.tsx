import { executionCan } from '@hidesync/domain/executions/allowed-in'
import { criteriaOf } from '@hidesync/domain/step-types/criteria'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { useCompleteLabel } from '../MainAction.tsx'
import { useMoreActions } from '../more-actions.tsx'
import type { Player } from '../use-player.ts'
import styles from './story.module.css'

interface StoryAction {
  readonly id: string
  readonly label: string
  readonly run: () => void
}

/** What the large button of the Focus view offers, one thing a line. */
function useMainActions(player: Player): readonly StoryAction[] {
  const t = useTranslations('player')
  const complete = useCompleteLabel(player)
  const { view, current, choice } = player
  if (executionCan('resume', view.state))
    return [{ id: 'resume', label: t('resume'), run: () => player.ask({ type: 'resume' }) }]
  if (current === null) return []
  if (view.current?.kind === 'ready')
    return [{ id: 'start', label: t('start_step', { name: current.definition.name }), run: player.primary }]
  if (current.kind === 'decision') {
    const chosen = current.options.find(({ definition }) => definition.id === choice)?.definition.option_text
    return [
      ...current.options.map(({ definition }) => ({
        id: `option-${definition.id}`,
        label: definition.option_text,
        run: () => player.choose(definition.id),
      })),
      {
        id: 'choose',
        label: chosen === undefined ? t('choose') : t('choose_option', { name: chosen }),
        run: player.primary,
      },
    ]
  }
  if (current.kind === 'quality_check' && criteriaOf(current.definition).length === 0)
    return [
      {
        id: 'fail_check',
        label: t('verdict_fail'),
        run: () => player.askAbout({ type: 'failed_check', failed: [], answers: {} }),
      },
      { id: 'pass', label: t('verdict_pass'), run: () => player.complete({ verdict: 'pass' }) },
    ]
  return [{ id: 'complete', label: complete, run: player.primary }]
}

/** Exactly what can be done in the Focus view, as a list to read and press. */
export function StoryActions({ player }: { readonly player: Player }) {
  const t = useTranslations('story')
  const words = useTranslations('player')
  const { state } = player.view
  const canUndo = executionCan('undo', state) && state.undo_head !== null
  const actions: readonly StoryAction[] = [
    ...useMainActions(player),
    ...(canUndo ? [{ id: 'undo', label: words('undo'), run: player.undo }] : []),
    ...useMoreActions(player).flat(),
  ]
  return (
    <section aria-labelledby="story-can">
      <h2 id="story-can">{t('can')}</h2>
      <ul data-settles className={styles['actions']}>
        {actions.map(({ id, label, run }) => (
          <li key={id}>
            <Button variant="quiet" onPress={run}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
