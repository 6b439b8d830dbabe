import { notesKept } from '@hidesync/domain/executions/notes-kept'
import type { DeviceRequest } from '@hidesync/domain/executions/offline/device-run'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useRef, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { uuidV7 } from '../../app/uuid-v7.ts'
import type { Execution } from '../execution.ts'

/** What a person asks for in a run: everything that a device may do on its own. */
export type Ask = DeviceRequest

export type Trouble =
  /** The engine says no; nothing was done. */
  | { readonly type: 'refused'; readonly text: string }
  /** This device could not keep it, so nothing was done; it may be tried again. */
  | { readonly type: 'failed'; readonly error: unknown; readonly retry: () => void }

/** What was done: its own name, and the run as it is then. */
export interface Deed extends Execution {
  readonly key: string
}

export interface Commands {
  /** The state to show: with everything that was done on this device, whether or not the server knows of it yet. */
  readonly state: ExecutionState
  /** A command is being kept on this device; that takes moments. */
  readonly isPending: boolean
  readonly trouble: Trouble | null
  readonly dismiss: () => void
  /**
   * Resolves once the command is kept on this device and shown, with the run as it is then; with null if it was refused or failed,
   * which `trouble` then tells. What the server makes of it comes later: the state follows, and what it refuses needs attention.
   * Who asks the same while it is under way, as by pressing twice where nothing has changed yet, gets the same.
   */
  readonly run: (ask: Ask) => Promise<Deed | null>
}

/** What two presses in a row ask alike: each would start a timer with an id of its own, and each is meant where minutes are added. */
const sameness = (ask: Ask): string =>
  ask.type === 'extend_timer' ? uuidV7() : JSON.stringify(ask.type === 'start_timer' ? { ...ask, timer_id: '' } : ask)

/** Commands of one run. Each shows its effect at once, with or without a connection, and is sent in order. */
export function useCommands(execution: Execution, workflow: CompiledWorkflow): Commands {
  const t = useTranslations('player')
  const { runs } = useApi()
  const { id } = execution
  const store = runs.view(id)
  const view = useSyncExternalStore(store.subscribe, store.get)
  const [waiting, setWaiting] = useState(0)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const underWay = useRef(new Map<string, Promise<Deed | null>>())
  const state = view?.play.state ?? execution.state
  const undoneText = (name: string | undefined, notes: readonly string[]): string => {
    const said = name === undefined ? t('undone') : t('undone_step', { name })
    return notes.length === 0 ? said : `${said} · ${t('notes_stay', { notes: notes.join(' · ') })}`
  }
  const give = async (ask: Ask): Promise<Deed | null> => {
    setTrouble(null)
    setWaiting(count => count + 1)
    const before = store.get()?.play.state ?? state
    try {
      const given = await runs.give(id, ask)
      if (!given.ok) {
        setTrouble({ type: 'refused', text: given.refusal.message })
        return null
      }
      const { key, undone, skipped_steps, view } = given
      const name = workflow.step(undone?.step_id ?? null)?.name
      return {
        ...view.execution,
        key,
        skipped_steps: [...skipped_steps],
        ...(undone === undefined
          ? {}
          : {
              undone: {
                action_type: undone.type,
                step_id: undone.step_id,
                message: undoneText(name, notesKept(before, view.play.state, undone.step_id)),
              },
            }),
      }
    } catch (error) {
      setTrouble({ type: 'failed', error, retry: () => void run(ask) })
      return null
    } finally {
      setWaiting(count => count - 1)
    }
  }
  const run = (ask: Ask): Promise<Deed | null> => {
    const same = sameness(ask)
    const asked = underWay.current.get(same) ?? give(ask).finally(() => underWay.current.delete(same))
    underWay.current.set(same, asked)
    return asked
  }
  return {
    state,
    isPending: waiting > 0,
    trouble,
    dismiss: () => setTrouble(null),
    run,
  }
}
