import type { Execution } from '@hidesync/contract/executions/execution.schemas'
import type { Client } from '@hidesync/contract/client'
import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

/** Does whatever the step in view asks for: the first option, a pass, no waiting. */
async function goOn(client: Client, workflow: Workflow, { id, current_step_id }: Execution): Promise<Execution> {
  const step = workflow.steps.find(found => found.id === current_step_id)
  if (step === undefined) throw new Error('no step is in view')
  const params = { id, step_id: step.id }
  const [option] = step.decision_options
  if (option !== undefined) return client.executions.decide({ params, body: { decision_option_id: option.id } })
  const body = { override: true, ...(step.step_type === 'quality_check' ? { data: { verdict: 'pass' } } : {}) }
  return client.executions.complete({ params, body })
}

describe('the samples of a first start', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ samples: true })
  })
  afterAll(() => app.close())

  it.each([
    { name: 'Basic Leather Wallet', outcome: 'Completed Basic Wallet', dead: 2 },
    { name: 'Simple Wooden Box', outcome: 'Oiled Keepsake Box', dead: 6 },
  ])('$name is made to its end through the API', async ({ name, outcome, dead }) => {
    const maker = app.client((await app.createUser()).token)
    const templates = await maker.workflows.templates()
    const id = templates.find(template => template.name === name)?.id ?? 0
    const workflow = await maker.workflows.get({ params: { id } })
    let run = await maker.executions.start({ params: { id } })
    for (let turn = 0; run.status === 'active' && turn < workflow.steps.length; turn++)
      run = await goOn(maker, workflow, run)
    expect(run).toMatchObject({ status: 'completed', progress: { progress_percentage: 100 } })
    expect(workflow.outcomes.find(found => found.id === run.selected_outcome_id)?.name).toBe(outcome)
    expect(run.step_executions?.filter(step => step.status === 'dead')).toHaveLength(dead)
  })
})
