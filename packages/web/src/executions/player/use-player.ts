import { decide } from '@hidesync/domain/executions/decide'
import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { useToast } from '../../ui/Toasts.tsx'
import type { Execution } from '../execution.ts'
import type { PlayerDialog } from './player-dialog.ts'
import { playerView, type PlayerView } from './player-view.ts'
import type { SidePanel } from './side-panels.ts'
import { timeLeft } from './StepTimer.tsx'
import { useCommands, type Ask, type Commands } from './use-commands.ts'
import { useDraft } from './use-draft.ts'
import { usePathReason } from './use-path-reason.ts'

const minute = 60_000

export interface Player {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  readonly view: PlayerView
  readonly commands: Commands
  /** The step in view of the run; null while there is nothing to do but wait. */
  readonly current: CompiledStep | null
  readonly choice: number | null
  readonly choose: (optionId: number) => void
  /** Something has to be done on the step before it can be completed. */
  readonly isBlocked: boolean
  readonly draft: string
  readonly setDraft: (text: string) => void
  /** Which panel stands beside the step. */
  readonly panel: SidePanel
  readonly setPanel: (panel: SidePanel) => void
  readonly dialog: PlayerDialog | null
  readonly setDialog: (dialog: PlayerDialog | null) => void
  /** What the large button does: starts, decides or completes; asks first where something is unusual. */
  readonly primary: () => void
  readonly giveVerdict: (verdict: 'pass' | 'fail') => void
  readonly finishEarly: (reason: string | null) => void
  readonly settle: (type: 'skip' | 'fail', reason: string | null) => void
  readonly saveNote: () => void
  readonly undo: () => void
  readonly goTo: (stepId: number) => void
  readonly ask: (ask: Ask) => void
}

const draftKey = (executionId: number, stepId: number | null) => `draft.${executionId}.${stepId ?? 0}`

/** Everything that the player knows and can do; its parts only show it. */
export function usePlayer(execution: Execution, workflow: CompiledWorkflow): Player {
  const t = useTranslations('player')
  const toast = useToast()
  const commands = useCommands(execution, workflow)
  const { state } = commands
  const now = useNow(5_000)
  const explain = usePathReason(workflow)
  const view = useMemo(() => playerView(workflow, state, now, explain), [workflow, state, now, explain])
  const current = workflow.compiledStep(view.current?.id ?? null) ?? null
  const [picked, setPicked] = useState<{ readonly step_id: number; readonly option_id: number } | null>(null)
  const [blockedId, setBlockedId] = useState<number | null>(null)
  const [panel, setPanel] = useState<SidePanel>('resources')
  const [dialog, setDialog] = useState<PlayerDialog | null>(null)
  const [draft, setDraft] = useDraft(draftKey(execution.id, current?.id ?? null))
  const choice = picked !== null && picked.step_id === current?.id ? picked.option_id : null

  const undo = async () => {
    const answer = await commands.run({ type: 'undo' })
    if (answer) toast({ text: answer.undone?.message ?? t('undone') })
  }
  /** Runs what settles the current step, taking along a note that is still being written. */
  const run = async (ask: Ask, said: (name: string) => string) => {
    if (current === null) return
    const { name } = current.definition
    setDialog(null)
    setBlockedId(null)
    if ((await commands.run(ask)) === null) return
    setDraft('')
    toast({ text: said(name), action: { label: t('undo'), run: () => void undo() } })
  }
  const noteDown = async (stepId: number, text: string) => {
    if ((await commands.run({ type: 'note', step_id: stepId, text })) === null) return
    setDraft('')
    toast({ text: t('note_saved') })
  }
  const notes = draft.trim() === '' ? {} : { notes: draft.trim() }
  const done = (name: string) => t('done_toast', { name })
  const complete = (more: { override?: true; data?: { verdict: 'pass' | 'fail' }; notes?: string } = {}) => {
    if (current !== null) void run({ type: 'complete', step_id: current.id, ...notes, ...more }, done)
  }

  const primary = () => {
    if (current === null || state.status !== 'active') return
    if (view.current?.kind === 'ready') {
      void commands.run({ type: 'navigate', step_id: current.id })
      return
    }
    if (current.kind === 'decision') {
      if (choice === null) setBlockedId(current.id)
      else
        void run({ type: 'decide', step_id: current.id, option_id: choice, ...notes }, name =>
          t('decided_toast', { name }),
        )
      return
    }
    if (current.kind === 'quality_check') {
      setBlockedId(current.id)
      return
    }
    const left = current.kind === 'time' ? timeLeft(state, current.id, current.duration, Date.now()) : 0
    if (left > 0) setDialog({ type: 'early', minutesLeft: left / minute })
    else complete()
  }

  const goTo = (stepId: number) => {
    const base = { type: 'navigate', step_id: stepId } as const
    const at = { at: Date.now(), actor_id: null }
    const plain = decide(workflow, state, { ...base, ...at })
    if (plain.ok || plain.refusal.code !== 'execution.jump_not_confirmed') {
      void commands.run(base)
      return
    }
    const jump = decide(workflow, state, { ...base, skip: true, ...at })
    if (jump.ok) setDialog({ type: 'jump', step_id: stepId, skipped: jump.skipped_steps })
    else void commands.run({ ...base, skip: true })
  }

  return {
    execution,
    workflow,
    view,
    commands,
    current,
    choice,
    choose: optionId => {
      if (current !== null) setPicked({ step_id: current.id, option_id: optionId })
      setBlockedId(null)
    },
    isBlocked: blockedId !== null && blockedId === current?.id,
    draft,
    setDraft,
    panel,
    setPanel,
    dialog,
    setDialog,
    primary,
    giveVerdict: verdict => complete({ data: { verdict } }),
    finishEarly: reason => complete({ override: true, ...(reason === null ? {} : { notes: reason }) }),
    settle: (type, reason) => {
      if (current !== null) void run({ type, step_id: current.id, reason }, name => t(`${type}_toast`, { name }))
    },
    saveNote: () => {
      const text = draft.trim()
      if (current === null || text === '') return
      void noteDown(current.id, text)
    },
    undo: () => void undo(),
    goTo,
    ask: ask => {
      setDialog(null)
      void commands.run(ask)
    },
  }
}
