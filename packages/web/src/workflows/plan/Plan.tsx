import { Package, Wrench } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { PageHeading } from '../../app/PageHeading.tsx'
import { WorkflowTheme } from '../../ui/WorkflowTheme.tsx'
import { NeedList } from '../NeedList.tsx'
import type { Workflow } from '../OutcomesSection.tsx'
import { useScheme } from '../use-scheme.ts'
import { GoalPart } from './GoalPart.tsx'
import { Part } from './Part.tsx'
import { PlanSummary } from './PlanSummary.tsx'
import styles from './plan.module.css'
import { QuantityPart } from './QuantityPart.tsx'
import { usePlan } from './use-plan.ts'

/** Four short parts on one page, and beside them what they come to. */
export function Plan({ workflow }: { readonly workflow: Workflow }) {
  const t = useTranslations('plan')
  const plan = usePlan(workflow)
  return (
    <WorkflowTheme scheme={useScheme(workflow)} className={styles['page']}>
      <div className={styles['head']}>
        <PageHeading title={t('title', { name: workflow.name })} />
      </div>
      <div className={styles['parts']}>
        <GoalPart workflow={workflow} plan={plan} />
        <QuantityPart plan={plan} />
        <Part id="when" title={t('when')}>
          <p>{t('when_now')}</p>
        </Part>
        <Part id="gather" title={t('gather')}>
          <div className={styles['needs']}>
            <NeedList
              title={t('materials')}
              icon={<Package aria-hidden size={20} />}
              needs={plan.materials}
              pieces={plan.pieces}
            />
            <NeedList
              title={t('tools')}
              icon={<Wrench aria-hidden size={20} />}
              needs={plan.tools}
              pieces={plan.pieces}
            />
          </div>
        </Part>
      </div>
      <PlanSummary workflow={workflow} plan={plan} />
    </WorkflowTheme>
  )
}
