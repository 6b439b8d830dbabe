import { Flag } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { cx } from '../../ui/cx.ts'
import { PathIcon } from './PathIcon.tsx'
import type { PathStep } from './player-view.ts'
import styles from './path-list.module.css'

interface PathListProps {
  readonly path: readonly PathStep[]
  readonly shownId: number | null
  readonly onLook: (stepId: number) => void
}

/** All steps in order, each with what became of it; any can be looked at. */
export function PathList({ path, shownId, onLook }: PathListProps) {
  const t = useTranslations('player')
  return (
    <ol className={styles['path']}>
      {path.map(step => {
        const isOut = step.look === 'skipped' || step.look === 'dead'
        return (
          <li key={step.id}>
            <button
              type="button"
              data-step={step.id}
              aria-current={step.id === shownId ? 'step' : undefined}
              className={cx(styles['step'], styles[step.look])}
              onClick={() => onLook(step.id)}
            >
              <span className={styles['icon']}>
                <PathIcon look={step.look} />
              </span>
              <span className={styles['text']}>
                <span className={styles['name']}>
                  {isOut ? <s>{`${step.number}. ${step.name}`}</s> : `${step.number}. ${step.name}`}
                  {step.isMilestone ? <Flag aria-label={t('milestone')} size={14} className={styles['flag']} /> : null}
                </span>
                <span className={step.look === 'pending' ? 'visually-hidden' : styles['state']}>
                  {t(`state_${step.look}`)}
                  {step.iteration > 1 ? ` · ${t('pass', { number: step.iteration })}` : null}
                  {step.reason ? ` · ${step.reason}` : null}
                </span>
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
