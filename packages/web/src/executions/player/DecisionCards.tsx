import { optionConsequences } from '@hidesync/domain/executions/outlook'
import { estimatedDurations } from '@hidesync/domain/insights/estimated-durations'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useDurations } from '../../app/use-durations.ts'
import { Chip } from '../../ui/Chip.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import type { Player } from './use-player.ts'

/** The options of a decision, each with what would follow from it. */
export function DecisionCards({ player }: { readonly player: Player }) {
  const t = useTranslations('player')
  const format = useFormatter()
  const durations = useDurations()
  const { workflow, current, choice, choose } = player
  const { state, at } = player.view
  const consequences = useMemo(
    () =>
      current === null
        ? []
        : optionConsequences({ workflow, state, at, durations: estimatedDurations(workflow) }, current.id),
    [workflow, state, current, at],
  )
  if (current === null) return null
  // Where all lead to the same outcome, naming it tells nothing.
  const differs = new Set(consequences.map(({ outcome_id }) => outcome_id)).size > 1
  const cards = current.options.map(({ definition }, index) => {
    const then = consequences.find(({ option_id }) => option_id === definition.id)
    const next = workflow.step(then?.next_step_id ?? null)?.name
    const outcome = workflow.definition.outcomes.find(({ id }) => id === then?.outcome_id)?.name
    const needs = (workflow.step(then?.next_step_id ?? null)?.resources ?? [])
      .flatMap(({ name }) => name ?? [])
      .slice(0, 3)
    const parts = [
      next === undefined ? null : t('option_next', { name: next }),
      needs.length === 0 ? null : t('option_needs', { names: format.list(needs) }),
      then && then.minutes > 0 ? t('option_minutes', { duration: durations.about(then.minutes) }) : null,
      differs && outcome !== undefined ? t('option_outcome', { name: outcome }) : null,
    ]
    return {
      value: String(definition.id),
      title: definition.option_text,
      badge: definition.is_default ? <Chip>{t('usual')}</Chip> : null,
      detail: parts.filter(part => part !== null).join(' · '),
      ...(index < 9 ? { hint: String(index + 1) } : {}),
    }
  })
  return (
    <RadioCards
      label={t('choose_one')}
      cards={cards}
      value={choice === null ? null : String(choice)}
      onChange={value => choose(Number(value))}
    />
  )
}
