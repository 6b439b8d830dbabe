import { decide } from '@hidesync/domain/executions/decide'
import { passOf } from '@hidesync/domain/executions/step-pass'
import type { StepPass } from '@hidesync/domain/executions/step-row-changes'
import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { useToast } from '../../ui/Toasts.tsx'
import type { Execution } from '../execution.ts'
import { aboutOf, lapses, type PlayerDialog, type StepDialog, type StepQuestion } from './player-dialog.ts'
import { playerView, type PlayerView } from './player-view.ts'
import type { SidePanel } from './side-panels.ts'
import { useCommands, type Ask, type Commands } from './use-commands.ts'
import { useCompletion, type Completion } from './use-completion.ts'
import { useNotes, type Notes } from './use-notes.ts'
import { usePathReason } from './use-path-reason.ts'

export interface Player extends Completion {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  readonly view: PlayerView
  readonly commands: Commands
  /** The step in view of the run; null while there is nothing to do but wait. */
  readonly current: CompiledStep | null
  /** The pass that it is in. */
  readonly pass: StepPass | null
  readonly notes: Notes
  /** Which panel stands beside the step. */
  readonly panel: SidePanel
  readonly setPanel: (panel: SidePanel) => void
  readonly dialog: PlayerDialog | null
  readonly setDialog: (dialog: PlayerDialog | null) => void
  /** The question about a step that is not in view any more: it cannot be answered. */
  readonly lapsed: StepDialog | null
  /** Asks about the step in view; the question stays with it. */
  readonly askAbout: (question: StepQuestion) => void
  /** What has been written into the dialog as the reason. */
  readonly words: string
  readonly setWords: (words: string) => void
  readonly settle: (type: 'skip' | 'fail', reason: string | null) => void
  readonly saveNote: (stepId: number) => void
  readonly undo: () => void
  readonly goTo: (stepId: number) => void
  readonly ask: (ask: Ask) => void
}

/** Everything that the player knows and can do; its parts only show it. */
export function usePlayer(execution: Execution, workflow: CompiledWorkflow): Player {
  const t = useTranslations('player')
  const toast = useToast()
  const commands = useCommands(execution, workflow)
  const { state } = commands
  const now = useNow(5_000)
  const explain = usePathReason(workflow, state)
  const [panel, setPanel] = useState<SidePanel>('resources')
  const [dialog, open] = useState<PlayerDialog | null>(null)
  const [words, setWords] = useState('')
  const stay = aboutOf(dialog)
  const view = useMemo(
    () => playerView(workflow, state, { at: now, stay }, explain),
    [workflow, state, now, stay, explain],
  )
  const current = workflow.compiledStep(view.current?.id ?? null) ?? null
  const pass = current === null ? null : passOf(state, current.id)
  const notes = useNotes(execution.id)
  const draft = current === null ? '' : notes.of(current.id)
  const lapsed = dialog !== null && 'about' in dialog && lapses(dialog, pass) ? dialog : null
  const setDialog = (next: PlayerDialog | null) => {
    setWords('')
    open(next)
  }
  const askAbout = (question: StepQuestion) => {
    if (pass !== null) setDialog({ ...question, about: pass })
  }

  const takeBack = async (asked: Extract<Ask, { readonly type: 'undo' }>) => {
    const answer = await commands.run(asked)
    if (answer) toast({ text: answer.undone?.message ?? t('undone') })
  }
  /** Runs what settles the current step; says whether it did. */
  const run = async (ask: Ask, said: string): Promise<boolean> => {
    setDialog(null)
    notes.stop()
    const done = await commands.run(ask)
    if (done === null) return false
    if (current !== null) notes.wasSent(current.id, draft)
    const { key } = done
    const run = () => void takeBack({ type: 'undo', takes_back: { key } })
    toast({ text: said, action: { label: t('undo'), run } })
    return true
  }
  const completion = useCompletion({ execution, workflow, view, current, draft, commands, askAbout, run })
  const noteDown = async (stepId: number, written: string) => {
    if ((await commands.run({ type: 'note', step_id: stepId, text: written.trim() })) === null) return
    notes.wasSent(stepId, written)
    toast({ text: t('note_saved') })
  }

  const goTo = (stepId: number) => {
    notes.stop()
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
    ...completion,
    execution,
    workflow,
    view,
    commands,
    current,
    pass,
    notes,
    panel,
    setPanel,
    dialog: lapsed === null ? dialog : null,
    setDialog,
    lapsed,
    askAbout,
    words,
    setWords,
    settle: (type, reason) => {
      if (current === null) return
      void run({ type, step_id: current.id, reason }, t(`${type}_toast`, { name: current.definition.name }))
    },
    saveNote: stepId => {
      const written = notes.of(stepId)
      if (written.trim() !== '') void noteDown(stepId, written)
    },
    undo: () => void takeBack({ type: 'undo' }),
    goTo,
    ask: ask => {
      setDialog(null)
      void commands.run(ask)
    },
  }
}
