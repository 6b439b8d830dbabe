import type { Condition } from '@hidesync/domain/workflows/condition'
import type { JsonValue } from '@hidesync/domain/workflows/definition'
import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useVariableText } from './use-variable-text.ts'
import { valueText } from './value-text.ts'

/** A condition as one says it: “method is power and thickness is more than 2”. */
export function useConditionText(): (condition: Condition) => string {
  const t = useTranslations('player_why')
  const format = useFormatter()
  const variableText = useVariableText()
  return useCallback(
    function inWords(condition: Condition): string {
      switch (condition.kind) {
        case 'all':
          return format.list(condition.of.map(inWords))
        case 'any':
          return format.list(condition.of.map(inWords), { type: 'disjunction' })
        case 'not':
          return t('not', { condition: inWords(condition.of) })
        case 'compare': {
          const { operator, value } = condition
          const name = condition.name.replaceAll('_', ' ')
          if (operator === 'eq') return variableText(condition.name, value)
          if (operator === 'exists') return t(value === true ? 'is_set' : 'unset', { name })
          const said = Array.isArray(value)
            ? format.list((value as readonly JsonValue[]).map(valueText), { type: 'disjunction' })
            : valueText(value)
          return t(operator, { name, value: said })
        }
      }
    },
    [t, format, variableText],
  )
}
