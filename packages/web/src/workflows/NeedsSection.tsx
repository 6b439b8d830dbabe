import { Clock, Gauge, Package, Wrench } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useDurations } from '../app/use-durations.ts'
import { Difficulty } from './Difficulty.tsx'
import { needsOf, type Need } from './needs.ts'
import type { Workflow } from './OutcomesSection.tsx'
import { useQuantityText } from './use-quantity-text.ts'
import styles from './workflow-page.module.css'

/** Time, skill, materials, tools. */
export function NeedsSection({ workflow }: { readonly workflow: Workflow }) {
  const t = useTranslations('workflow')
  const durations = useDurations()
  return (
    <section aria-labelledby="needs" className={styles['section']}>
      <h2 id="needs">{t('needs')}</h2>
      <ul className={styles['facts']}>
        {workflow.estimated_duration === null ? null : (
          <li>
            <Clock aria-hidden size={20} />
            {t('time', { duration: durations.minutes(workflow.estimated_duration) })}
          </li>
        )}
        {workflow.difficulty_level ? (
          <li>
            <Gauge aria-hidden size={20} />
            <Difficulty level={workflow.difficulty_level} />
          </li>
        ) : null}
      </ul>
      <div className={styles['needs']}>
        <NeedList
          title={t('materials')}
          icon={<Package aria-hidden size={20} />}
          needs={needsOf(workflow.steps, 'material')}
        />
        <NeedList title={t('tools')} icon={<Wrench aria-hidden size={20} />} needs={needsOf(workflow.steps, 'tool')} />
      </div>
    </section>
  )
}

interface NeedListProps {
  readonly title: string
  readonly icon: React.ReactNode
  readonly needs: readonly Need[]
}

function NeedList({ title, icon, needs }: NeedListProps) {
  const t = useTranslations('workflow')
  const quantityText = useQuantityText()
  return (
    <div className={styles['need']}>
      <h3>
        {icon}
        {title}
      </h3>
      {needs.length === 0 ? <p className={styles['muted']}>{t('none_named')}</p> : null}
      <ul>
        {needs.map(need => (
          <li key={`${need.name}|${need.unit}`}>
            <span>
              {need.name}
              {need.is_optional ? <span className={styles['muted']}> {t('optional')}</span> : null}
            </span>
            <span className={styles['quantity']}>{quantityText(need.quantity, need.unit)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
