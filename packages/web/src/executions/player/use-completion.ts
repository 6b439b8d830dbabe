import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePreferences } from '../../app/preferences.ts'
import type { Execution } from '../execution.ts'
import {
  blockerOf,
  criteriaWith,
  dataOf,
  questionOf,
  type Answers,
  type Blocker,
  type Completing,
} from './completing.ts'
import { formFields, type FormField } from './forms/form-fields.ts'
import type { StepQuestion } from './player-dialog.ts'
import type { PlayerView } from './player-view.ts'
import type { Ask, Commands } from './use-commands.ts'
import { useOwnKey } from './own-things.ts'
import { useStepForm, type StepForm } from './use-step-form.ts'
import { useStepTypes } from './use-step-types.ts'

/** A try to complete a step that something kept from it; each is a new one. */
export interface Blocked {
  readonly step_id: number
  readonly by: Blocker
}

/** How the step in view is brought to its end. */
export interface Completion {
  readonly form: StepForm
  /** What the step's own type asks for; empty for the types of the system. */
  readonly fields: readonly FormField[]
  readonly choice: number | null
  readonly choose: (optionId: number) => void
  /** Something in the check under way failed: it does not simply go on. */
  readonly isFailing: boolean
  /** What has to be done on the step before it can be completed, once somebody tried. */
  readonly blocked: Blocked | null
  /** What the large button does: starts, decides or completes; asks first where something is unusual. */
  readonly primary: () => void
  /** Goes on with what has been answered so far. */
  readonly complete: (answers: Answers) => void
}

interface Circumstances {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  readonly view: PlayerView
  readonly current: CompiledStep | null
  readonly draft: string
  readonly commands: Commands
  readonly askAbout: (question: StepQuestion) => void
  readonly run: (ask: Ask, said: string) => Promise<boolean>
}

const noFields: readonly FormField[] = []

export function useCompletion(circumstances: Circumstances): Completion {
  const { execution, workflow, view, current, draft, commands, askAbout, run } = circumstances
  const t = useTranslations('player')
  const { usage, one_tap } = usePreferences('player')
  const { data: types } = useStepTypes(workflow)
  const [picked, setPicked] = useState<{ readonly step_id: number; readonly option_id: number } | null>(null)
  const [blocked, setBlocked] = useState<Blocked | null>(null)
  const iteration = view.path.find(({ id }) => id === current?.id)?.iteration ?? 1
  const form = useStepForm(useOwnKey(execution.id, `form.${current?.id ?? 0}.${iteration}`))
  const choice = picked !== null && picked.step_id === current?.id ? picked.option_id : null
  const type = types?.find(({ code, is_system }) => !is_system && code === current?.definition.step_type)
  const fields = type === undefined ? noFields : formFields(type.form)
  const notes = draft.trim() === '' ? {} : { notes: draft.trim() }

  const completing = (step: CompiledStep): Completing => ({
    step,
    state: view.state,
    values: form.values,
    fields,
    choice,
    usage,
    now: Date.now(),
  })
  const finish = (ask: Ask, said: string) => {
    setBlocked(null)
    void run(ask, said)
  }
  const decideFor = (step: CompiledStep, optionId: number) =>
    finish(
      { type: 'decide', step_id: step.id, option_id: optionId, ...notes },
      t('decided_toast', { name: step.definition.name }),
    )
  const complete = (answers: Answers) => {
    if (current === null) return
    const all = completing(current)
    const by = blockerOf(all, answers)
    if (by !== null) {
      setBlocked({ step_id: current.id, by })
      // The usual choice is a suggestion, which the next press takes.
      const usual = current.options.find(({ definition }) => definition.is_default)
      if (by === 'choice' && usual !== undefined) setPicked({ step_id: current.id, option_id: usual.definition.id })
      return
    }
    if (current.kind === 'decision') {
      if (choice !== null) decideFor(current, choice)
      return
    }
    const question = questionOf(all, answers)
    if (question !== null) {
      askAbout(question)
      return
    }
    const { name, is_milestone, step_type } = current.definition
    const data = dataOf(all, answers)
    const reasons = [draft.trim(), answers.early?.reason ?? ''].filter(text => text !== '')
    const isMilestone = is_milestone || step_type === 'milestone'
    finish(
      {
        type: 'complete',
        step_id: current.id,
        ...(reasons.length === 0 ? {} : { notes: reasons.join('\n') }),
        ...(answers.early === undefined ? {} : { override: true }),
        ...(Object.keys(data).length === 0 ? {} : { data }),
        ...(answers.usage === undefined ? {} : { resource_usage: answers.usage }),
      },
      t(isMilestone ? 'milestone_toast' : 'done_toast', { name }),
    )
  }

  return {
    form,
    fields,
    choice,
    choose: optionId => {
      if (current === null) return
      setPicked({ step_id: current.id, option_id: optionId })
      setBlocked(null)
      if (one_tap && blockerOf({ ...completing(current), choice: optionId }, {}) === null) decideFor(current, optionId)
    },
    isFailing: current?.kind === 'quality_check' && criteriaWith(form.values, 'fail').length > 0,
    blocked: blocked !== null && blocked.step_id === current?.id ? blocked : null,
    primary: () => {
      if (current === null || view.state.status !== 'active') return
      if (view.current?.kind === 'ready') void commands.run({ type: 'navigate', step_id: current.id })
      else complete({})
    },
    complete,
  }
}
