import { Package, Wrench } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { mostSteps, Stepper } from '../ui/Stepper.tsx'
import { NeedList } from './NeedList.tsx'
import { needsOf } from './needs.ts'
import type { Workflow } from './OutcomesSection.tsx'
import styles from './workflow-page.module.css'

/** Materials and tools, for as many pieces as one says. */
export function NeedsSection({ workflow }: { readonly workflow: Pick<Workflow, 'steps'> }) {
  const t = useTranslations('workflow')
  const wrong = useTranslations('plan')('pieces_wrong', { least: 0, most: mostSteps })
  const [pieces, setPieces] = useState(1)
  const materials = needsOf(workflow.steps, 'material')
  const scales = materials.some(({ per_piece }) => per_piece > 0)
  return (
    <section aria-labelledby="needs" className={styles['section']}>
      <h2 id="needs">{t('needs')}</h2>
      {scales ? (
        <Stepper
          label={t('pieces')}
          lessLabel={t('one_less')}
          moreLabel={t('one_more')}
          wrong={wrong}
          value={pieces}
          onChange={setPieces}
        />
      ) : null}
      <div className={styles['needs']}>
        <NeedList title={t('materials')} icon={<Package aria-hidden size={20} />} needs={materials} pieces={pieces} />
        <NeedList
          title={t('tools')}
          icon={<Wrench aria-hidden size={20} />}
          needs={needsOf(workflow.steps, 'tool')}
          pieces={pieces}
        />
      </div>
    </section>
  )
}
