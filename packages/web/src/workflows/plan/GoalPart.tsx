import { useTranslations } from 'use-intl'
import { useDurations } from '../../app/use-durations.ts'
import { Chip } from '../../ui/Chip.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import type { Workflow } from '../OutcomesSection.tsx'
import { Part } from './Part.tsx'
import type { PlannedWay } from './plan-run.ts'
import type { RunPlan } from './use-plan.ts'

const undecided = 'undecided'

interface GoalPartProps {
  readonly workflow: Workflow
  readonly plan: RunPlan
}

/** What comes of it, and which way one goes there; each with its time, and what sets it apart. */
export function GoalPart({ workflow, plan }: GoalPartProps) {
  const t = useTranslations('plan')
  const durations = useDurations()
  const { byOutcome, ways, way, outcomeId } = plan
  const costs = ({ minutes }: PlannedWay, key: 'costs' | 'costs_best' = 'costs') =>
    t(key, { duration: durations.about(minutes) })
  const detailOf = (id: number | null) => {
    const [best, ...others] = byOutcome.get(id) ?? []
    if (best === undefined) return t('no_way')
    return costs(best, others.length === 0 ? 'costs' : 'costs_best')
  }
  const title = (one: PlannedWay, index: number) => {
    if (one.decisions.length === 0) return t('way_number', { number: index + 1 })
    return one.decisions.map(({ option_text }) => option_text).join(' · ')
  }
  const difficulties = ways.map(({ difficulty }) => difficulty)
  const isEasiest = ({ difficulty }: PlannedWay) =>
    difficulty === Math.min(...difficulties) && difficulty < Math.max(...difficulties)
  const hasOutcomes = workflow.outcomes.length > 1
  if (!hasOutcomes && ways.length < 2) return null
  return (
    <Part id="goal" title={t('goal')}>
      {hasOutcomes ? (
        <RadioCards
          label={t('outcome')}
          value={outcomeId === null ? undecided : String(outcomeId)}
          onChange={value => plan.chooseOutcome(value === undecided ? null : Number(value))}
          cards={[
            { value: undecided, title: t('undecided'), detail: detailOf(null) },
            ...workflow.outcomes.map(({ id, name }) => ({ value: String(id), title: name, detail: detailOf(id) })),
          ]}
        />
      ) : null}
      {ways.length > 1 ? (
        <>
          <RadioCards
            label={t('way')}
            value={way?.id ?? null}
            onChange={plan.chooseWay}
            cards={ways.map((one, index) => ({
              value: one.id,
              title: title(one, index),
              detail: costs(one),
              badge: (
                <>
                  {index === 0 ? <Chip tone="success">{t('quickest')}</Chip> : null}
                  {isEasiest(one) ? <Chip tone="success">{t('easiest')}</Chip> : null}
                </>
              ),
            }))}
          />
          <p>{t('way_hint')}</p>
        </>
      ) : null}
    </Part>
  )
}
