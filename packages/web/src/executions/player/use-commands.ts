import { ApiError } from '@hidesync/contract/client'
import { decide } from '@hidesync/domain/executions/decide'
import { evolveAll } from '@hidesync/domain/executions/evolve'
import type { ExecutionState } from '@hidesync/domain/executions/state'
import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useApi } from '../../app/api.ts'
import { uuidV7 } from '../../app/uuid-v7.ts'
import type { Execution } from '../execution.ts'
import { sendCommand, type Ask } from './send-command.ts'

export type Trouble =
  /** The engine says no; nothing was sent. */
  | { readonly type: 'refused'; readonly text: string }
  /** Somebody else was faster: the run was loaded again. */
  | { readonly type: 'moved'; readonly execution: Execution; readonly text: string }
  /** Not answered, or in trouble; the same command may be sent again. */
  | { readonly type: 'failed'; readonly error: unknown; readonly retry: () => void }

export interface Commands {
  /** The state to show: the server's, or what the engine says it will be once the answer is there. */
  readonly state: ExecutionState
  readonly isPending: boolean
  readonly trouble: Trouble | null
  readonly dismiss: () => void
  /** Resolves with the answer; with null if it was refused or failed, which `trouble` then tells. */
  readonly run: (ask: Ask) => Promise<Execution | null>
}

const isOvertaken = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.status === 412 || error.status === 409)

const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429

interface Sent {
  readonly ask: Ask
  /** The same for every attempt, so that a command whose answer was lost has its effect once. */
  readonly key: string
  readonly settle: (answer: Execution | null) => void
}

/**
 * Commands of one run, one after the other. Each shows its effect at once, for the engine runs here too; the server's answer
 * replaces it. What fails leaves the run as the server has it, and drops what waited behind it: that was meant for another state.
 */
export function useCommands(execution: Execution, workflow: CompiledWorkflow): Commands {
  const { client } = useApi()
  const queryClient = useQueryClient()
  const [predicted, setPredicted] = useState<ExecutionState | null>(null)
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const line = useRef<readonly Sent[]>([])
  const isSending = useRef(false)
  const newest = useRef<ExecutionState | null>(null)
  const { id } = execution
  const queryKey = ['execution', id]

  const latest = () => queryClient.getQueryData<Execution>(queryKey) ?? execution
  const predict = (next: ExecutionState | null) => {
    newest.current = next
    setPredicted(next)
  }

  const explain = async (error: unknown, { ask, key }: Sent): Promise<void> => {
    if (isOvertaken(error)) {
      const now = await queryClient.fetchQuery<Execution>({
        queryKey,
        queryFn: () => client.executions.get({ params: { id } }),
        staleTime: 0,
      })
      setTrouble({ type: 'moved', execution: now, text: error.message })
    } else if (isRefusal(error)) setTrouble({ type: 'refused', text: error.message })
    else setTrouble({ type: 'failed', error, retry: () => void enqueue(ask, key) })
  }

  const send = async (sent: Sent): Promise<Execution | null> => {
    try {
      const options = { idempotencyKey: sent.key, ifMatch: `"${latest().version}"` }
      const answer = await sendCommand(client.executions, id, sent.ask, options)
      // An answer to a reading that began before this command is older than this one.
      await queryClient.cancelQueries({ queryKey, exact: true })
      queryClient.setQueryData(queryKey, answer)
      void queryClient.invalidateQueries({ queryKey: ['executions'] })
      return answer
    } catch (error) {
      predict(null)
      await explain(error, sent).catch((second: unknown) =>
        setTrouble({ type: 'failed', error: second, retry: () => undefined }),
      )
      return null
    }
  }

  const drain = async () => {
    isSending.current = true
    setPending(true)
    for (let sent = line.current[0]; sent !== undefined; sent = line.current[0]) {
      const answer = await send(sent)
      const waiting = line.current.slice(1)
      line.current = answer === null ? [] : waiting
      if (line.current.length === 0) predict(null)
      sent.settle(answer)
      if (answer === null) for (const dropped of waiting) dropped.settle(null)
    }
    isSending.current = false
    setPending(false)
  }

  const enqueue = (ask: Ask, key: string): Promise<Execution | null> => {
    setTrouble(null)
    return new Promise(settle => {
      line.current = [...line.current, { ask, key, settle }]
      if (!isSending.current) void drain()
    })
  }

  const run = async (ask: Ask): Promise<Execution | null> => {
    const before = newest.current ?? latest().state
    // What undo takes back stands in the history, which is the server's.
    if (ask.type !== 'undo') {
      const decision = decide(workflow, before, { ...ask, at: Date.now(), actor_id: null })
      if (!decision.ok) {
        setTrouble({ type: 'refused', text: decision.refusal.message })
        return null
      }
      predict(evolveAll(workflow, before, decision.events))
    }
    return await enqueue(ask, uuidV7())
  }

  return { state: predicted ?? execution.state, isPending, trouble, dismiss: () => setTrouble(null), run }
}
