import { useMemo, useState } from 'react'
import { compiledOf } from '../compiled-of.ts'
import { needsOf } from '../needs.ts'
import type { Workflow } from '../OutcomesSection.tsx'
import { plannedWays, type PlannedWay } from './plan-run.ts'

/** What has been chosen for a run, and what follows from it. */
export function usePlan(workflow: Workflow) {
  // One moment for the whole page: what is compared has to begin at the same time.
  const [at] = useState(() => Date.now())
  const [outcomeId, setOutcome] = useState<number | null>(null)
  const [wayId, setWay] = useState<string | null>(null)
  const [pieces, setPieces] = useState(1)
  const { outcomes } = workflow
  const byOutcome = useMemo(() => {
    const compiled = compiledOf(workflow)
    const ids = outcomes.length > 1 ? [null, ...outcomes.map(({ id }) => id)] : [null]
    return new Map(ids.map(id => [id, plannedWays(compiled, id, at)]))
  }, [workflow, outcomes, at])
  const ways = byOutcome.get(outcomeId) ?? []
  const way: PlannedWay | null = ways.find(({ id }) => id === wayId) ?? ways[0] ?? null
  const steps = way?.steps ?? workflow.steps
  return {
    byOutcome,
    ways,
    way,
    outcomeId,
    pieces,
    materials: useMemo(() => needsOf(steps, 'material'), [steps]),
    tools: useMemo(() => needsOf(steps, 'tool'), [steps]),
    chooseOutcome: (id: number | null) => {
      setOutcome(id)
      setWay(null)
    },
    chooseWay: setWay,
    setPieces,
  }
}

export type RunPlan = ReturnType<typeof usePlan>
