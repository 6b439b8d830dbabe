import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { useMemo } from 'react'
import { useWorkflow } from '../../workflows/use-workflow.ts'
import type { Execution } from '../execution.ts'
import { StepPhotos } from '../photos/StepPhotos.tsx'
import { StepTimes } from '../StepTimes.tsx'
import styles from '../summary.module.css'
import { doneSteps } from './done-steps.ts'
import { MaterialTable } from './MaterialTable.tsx'
import { OutcomeReport } from './OutcomeReport.tsx'
import { ProposeChange } from './ProposeChange.tsx'
import { RateWorkflow } from './RateWorkflow.tsx'
import { Unrecorded } from './Unrecorded.tsx'

interface SummaryDetailsProps {
  readonly run: Execution
  readonly workflow: CompiledWorkflow
}

/** What is on record of a run: what was said of the result, what still has to be recorded, materials and times against the plan. */
export function SummaryDetails({ run, workflow }: SummaryDetailsProps) {
  const steps = useMemo(() => doneSteps(run, workflow), [run, workflow])
  const { data: source } = useWorkflow(run.workflow_id)
  // The library takes stars and proposals for public workflows of others.
  const isOfOthers = source?.visibility === 'public' && !source.permissions.includes('edit')
  return (
    <>
      <OutcomeReport steps={steps} />
      <Unrecorded run={run} workflow={workflow} steps={steps} />
      <MaterialTable steps={steps} pieces={run.quantity} />
      <StepPhotos execution={run} steps={workflow.definition.steps} addTo={steps.at(-1)?.definition ?? null} />
      <StepTimes run={run} workflow={workflow} />
      {isOfOthers ? (
        <div className={styles['opinion']}>
          <RateWorkflow workflowId={run.workflow_id} />
          <ProposeChange run={run} workflow={workflow} />
        </div>
      ) : null}
    </>
  )
}
