import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { Execution } from '../execution.ts'
import { useProposal } from './use-proposal.ts'

interface ProposeChangeProps {
  readonly run: Execution
  readonly workflow: CompiledWorkflow
}

/** What one would change in the workflow after having made it: told to its author as a proposal that can be taken over at once. */
export function ProposeChange({ run, workflow }: ProposeChangeProps) {
  const t = useTranslations('propose')
  const [isOpen, setOpen] = useState(false)
  const [stepId, setStepId] = useState<number | null>(null)
  const [text, setText] = useState('')
  const [why, setWhy] = useState('')
  const proposal = useProposal(run.workflow_id, () => setOpen(false))
  const step = workflow.step(stepId)
  const choose = (id: number) => {
    setStepId(id)
    setText(workflow.step(id)?.instructions ?? '')
  }
  const isUnchanged = step === undefined || text.trim() === (step.instructions ?? '').trim() || text.trim() === ''
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <MessageSquarePlus aria-hidden size={18} />
        {t('open')}
      </Button>
      {isOpen ? (
        <Dialog isOpen onClose={() => setOpen(false)} title={t('title', { name: run.workflow_name })}>
          <p>{t('lead')}</p>
          <Select
            label={t('step')}
            value={stepId === null ? '' : String(stepId)}
            options={[
              { value: '', label: t('choose_step') },
              ...workflow.steps.map(({ id, definition }) => ({ value: String(id), label: definition.name })),
            ]}
            onChange={value => choose(Number(value))}
          />
          {step === undefined ? null : (
            <TextField label={t('instructions')} rows={6} maxLength={20_000} value={text} onChange={setText} />
          )}
          <TextField label={t('why')} rows={2} maxLength={2000} value={why} onChange={setWhy} />
          {proposal.error ? <p role="alert">{proposal.error.message}</p> : null}
          <DialogActions>
            <Button onPress={() => setOpen(false)}>{t('back')}</Button>
            <Button
              variant="primary"
              isPending={proposal.isPending}
              isDisabled={isUnchanged}
              onPress={() => {
                if (step !== undefined) proposal.mutate({ step, instructions: text.trim(), message: why.trim() })
              }}
            >
              {proposal.isPending ? t('sending') : t('send')}
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </>
  )
}
