import type { PathReason } from '@hidesync/domain/executions/path'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useVariableText } from './use-variable-text.ts'

/** Why a step was passed over, in words. */
export function usePathReason(workflow: CompiledWorkflow, state: ExecutionState): (reason: PathReason) => string {
  const t = useTranslations('player.reason')
  const format = useFormatter()
  const variableText = useVariableText()
  const { variables } = state
  return useCallback(
    reason => {
      const nameOf = (id: number) => workflow.step(id)?.name ?? ''
      switch (reason.code) {
        case 'condition':
          return t('condition', {
            variables: format.list(reason.variables.map(name => variableText(name, variables[name]))),
          })
        case 'skipped':
          return t('skipped')
        case 'failed':
          return t('failed', { name: nameOf(reason.step_id) })
        case 'other_way':
          return reason.taken_step_ids.length === 0
            ? t('other_way', { name: nameOf(reason.step_id) })
            : t('led_to', { name: nameOf(reason.step_id), taken: format.list(reason.taken_step_ids.map(nameOf)) })
      }
    },
    [workflow, variables, t, format, variableText],
  )
}
