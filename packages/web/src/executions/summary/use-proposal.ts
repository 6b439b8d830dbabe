import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { useToast } from '../../ui/Toasts.tsx'

interface Change {
  readonly step: StepDefinition
  readonly instructions: string
  /** Why; empty: not said. */
  readonly message: string
}

/** Proposes other instructions for a step: a copy of the workflow carries the change, so that its author can compare and take it over. */
export function useProposal(workflowId: number, onDone: () => void) {
  const t = useTranslations('propose')
  const { client } = useApi()
  const toast = useToast()
  return useMutation({
    mutationFn: async ({ step, instructions, message }: Change) => {
      const { name } = step
      const copy = await client.workflows.duplicate({
        params: { id: workflowId },
        body: { new_name: t('copy_name', { name, date: new Date().toISOString().slice(0, 16).replace('T', ' ') }) },
      })
      const { steps } = await client.workflows.get({ params: { id: copy.id } })
      const own = steps.find(one => one.name === name && one.display_order === step.display_order)
      if (own === undefined) throw new Error(t('step_gone', { name }))
      await client.steps.change({ params: { id: copy.id, part_id: own.id }, body: { instructions } })
      return await client.proposals.create({
        params: { id: workflowId },
        body: {
          title: t('proposal_title', { name }),
          from_workflow_id: copy.id,
          ...(message === '' ? {} : { message }),
        },
      })
    },
    onSuccess: () => {
      toast({ text: t('sent') })
      onDone()
    },
  })
}
