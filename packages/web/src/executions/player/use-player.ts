import { decide } from '@hidesync/domain/executions/decide'
import type { CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNow } from '../../app/use-now.ts'
import { useToast } from '../../ui/Toasts.tsx'
import type { Execution } from '../execution.ts'
import { useOwnKey } from './own-things.ts'
import type { PlayerDialog } from './player-dialog.ts'
import { playerView, type PlayerView } from './player-view.ts'
import type { SidePanel } from './side-panels.ts'
import { useCommands, type Ask, type Commands } from './use-commands.ts'
import { useCompletion, type Completion } from './use-completion.ts'
import { useDraft } from './use-draft.ts'
import { usePathReason } from './use-path-reason.ts'

export interface Player extends Completion {
  readonly execution: Execution
  readonly workflow: CompiledWorkflow
  readonly view: PlayerView
  readonly commands: Commands
  /** The step in view of the run; null while there is nothing to do but wait. */
  readonly current: CompiledStep | null
  readonly draft: string
  readonly setDraft: (text: string) => void
  /** Which panel stands beside the step. */
  readonly panel: SidePanel
  readonly setPanel: (panel: SidePanel) => void
  readonly dialog: PlayerDialog | null
  readonly setDialog: (dialog: PlayerDialog | null) => void
  readonly settle: (type: 'skip' | 'fail', reason: string | null) => void
  readonly saveNote: () => void
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
  const view = useMemo(() => playerView(workflow, state, now, explain), [workflow, state, now, explain])
  const current = workflow.compiledStep(view.current?.id ?? null) ?? null
  const [panel, setPanel] = useState<SidePanel>('resources')
  const [dialog, setDialog] = useState<PlayerDialog | null>(null)
  const note = useDraft(useOwnKey(execution.id, `draft.${current?.id ?? 0}`))
  const draft = note.text

  const takeBack = async (asked: Extract<Ask, { readonly type: 'undo' }>) => {
    const answer = await commands.run(asked)
    if (answer) toast({ text: answer.undone?.message ?? t('undone') })
  }
  /** Runs what settles the current step; says whether it did. */
  const run = async (ask: Ask, said: string): Promise<boolean> => {
    setDialog(null)
    const done = await commands.run(ask)
    if (done === null) return false
    note.wasSent(draft)
    const { key } = done
    const run = () => void takeBack({ type: 'undo', takes_back: { key } })
    toast({ text: said, action: { label: t('undo'), run } })
    return true
  }
  const completion = useCompletion({ execution, workflow, view, current, draft, commands, setDialog, run })
  const noteDown = async (stepId: number, text: string) => {
    if ((await commands.run({ type: 'note', step_id: stepId, text })) === null) return
    note.wasSent(draft)
    toast({ text: t('note_saved') })
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
    ...completion,
    execution,
    workflow,
    view,
    commands,
    current,
    draft,
    setDraft: note.write,
    panel,
    setPanel,
    dialog,
    setDialog,
    settle: (type, reason) => {
      if (current === null) return
      void run({ type, step_id: current.id, reason }, t(`${type}_toast`, { name: current.definition.name }))
    },
    saveNote: () => {
      const text = draft.trim()
      if (current === null || text === '') return
      void noteDown(current.id, text)
    },
    undo: () => void takeBack({ type: 'undo' }),
    goTo,
    ask: ask => {
      setDialog(null)
      void commands.run(ask)
    },
  }
}
