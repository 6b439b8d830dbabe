import { whyHere, type WhyHere as Reason } from '@hidesync/domain/executions/why-here'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Disclosure } from '../../ui/Disclosure.tsx'
import styles from './step.module.css'
import type { Player } from './use-player.ts'
import { useVariableText } from './use-variable-text.ts'

/** The ways and the rules that led to a step. */
export function WhyHere({ player, stepId }: { readonly player: Player; readonly stepId: number }) {
  const t = useTranslations('player_why')
  const format = useFormatter()
  const variableText = useVariableText()
  const { workflow, view } = player
  const { state } = view
  const reasons = useMemo(() => whyHere(workflow, state, stepId), [workflow, state, stepId])
  if (reasons.length === 0) return null
  const nameOf = (id: number) => workflow.step(id)?.name ?? ''
  const valuesOf = (names: readonly string[]) =>
    format.list(names.map(name => variableText(name, state.variables[name])))
  const said = (reason: Reason): string => {
    switch (reason.code) {
      case 'first':
        return t('first')
      case 'after':
      case 'chosen':
      case 'failed':
        return t(reason.code, { name: nameOf(reason.step_id) })
      case 'condition':
        return t('condition', { name: nameOf(reason.step_id), variables: valuesOf(reason.variables) })
      case 'own_condition':
        return t('own_condition', { variables: valuesOf(reason.variables) })
      case 'again':
        return t('again', { pass: reason.pass, passes: reason.passes })
    }
  }
  return (
    <Disclosure title={t('title')}>
      <ul className={styles['why']}>
        {reasons.map(reason => (
          <li key={said(reason)}>{said(reason)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
