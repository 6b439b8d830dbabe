import { useTranslations } from 'use-intl'
import { DecisionCards } from './DecisionCards.tsx'
import { OutcomeForm } from './forms/OutcomeForm.tsx'
import { QualityCheck } from './forms/QualityCheck.tsx'
import { TypeForm } from './forms/TypeForm.tsx'
import type { Player } from './use-player.ts'

/** The choice, the check or the form of the step in hand. */
export function StepQuestion({ player }: { readonly player: Player }) {
  const t = useTranslations('player_forms')
  const { current, form, fields, workflow } = player
  if (current === null) return null
  const { definition, kind } = current
  if (kind === 'decision')
    return (
      <div data-blocker="choice">
        <DecisionCards player={player} />
      </div>
    )
  if (kind === 'quality_check') return <QualityCheck step={definition} form={form} />
  if (definition.step_type === 'outcome') return <OutcomeForm workflow={workflow} step={current} form={form} />
  return fields.length === 0 ? null : (
    <TypeForm title={t('form', { name: definition.name })} fields={fields} form={form} />
  )
}
