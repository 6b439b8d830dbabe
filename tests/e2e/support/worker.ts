import type { Client } from '@hidesync/contract/client'
import { loadConfig } from '@hidesync/server/config'
import { fileURLToPath } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage, signIn, type AppOptions, type Site, type Visit } from './app.ts'
import { begin } from './player.ts'
import type { Deed } from './deeds.ts'
import { createEveryKind } from './every-kind.ts'

const inspection = fileURLToPath(new URL('../../../examples/custom-step-type/inspection.mjs', import.meta.url))
/** A server that knows the step type of the example, which the project has a step of. */
export const withInspection: AppOptions = {
  samples: false,
  config: { workflows: { ...loadConfig({}).workflows, stepTypeModules: [inspection] } },
}

/** Somebody signed in who has the project with every kind of step, and can be brought to any step of it. */
export interface Worker extends Visit {
  readonly client: Client
  readonly workflowId: number
  readonly stepId: (name: string) => number
  /** Starts a run for so many pieces, does what comes before, and opens the player. */
  readonly workOn: (deeds: readonly Deed[], quantity?: number) => Promise<number>
  readonly run: (id: number) => ReturnType<Client['executions']['get']>
}

export async function startWorker(site: Site, options: BrowserContextOptions = {}): Promise<Worker> {
  const { app } = site
  const person = await app.createUser()
  const client = app.client(person.token)
  const { id: workflowId, steps } = await createEveryKind(client)
  const visit = await openPage(site, { viewport: { width: 1440, height: 900 }, ...options })
  const { page } = visit
  await signIn(page, app, '/', person)
  const stepId = (name: string): number => {
    const id = steps.get(name)
    if (id === undefined) throw new Error(`There is no step “${name}”.`)
    return id
  }
  const run = (id: number) => client.executions.get({ params: { id } })
  const act = async (id: number, deed: Deed) => {
    if (typeof deed === 'string' || 'step' in deed) {
      const name = typeof deed === 'string' ? deed : deed.step
      const data = typeof deed === 'string' ? {} : { data: deed.data as Record<string, never> }
      await client.executions.complete({ params: { id, step_id: stepId(name) }, body: { override: true, ...data } })
      return
    }
    const step_id = stepId('Choose a seam')
    const { steps: all } = await client.workflows.get({ params: { id: workflowId } })
    const option = all.find(step => step.id === step_id)?.decision_options.find(one => one.option_text === deed.choose)
    await client.executions.decide({ params: { id, step_id }, body: { decision_option_id: option?.id ?? 0 } })
  }
  const workOn = async (deeds: readonly Deed[], quantity = 1): Promise<number> => {
    const { id } = await client.executions.start({ params: { id: workflowId }, body: { quantity } })
    for (const deed of deeds) await act(id, deed)
    await page.goto(`/runs/${id}`)
    if (deeds.length === 0) await begin(page)
    else await page.getByText(/^Step \d+ of 14$/).waitFor()
    return id
  }
  return { ...visit, client, workflowId, stepId, run, workOn }
}

/** What the server has of a step: it hears of it a moment after the screen shows it. */
export async function expectRecorded(worker: Worker, id: number, name: string, what: object): Promise<void> {
  const stepOf = async () => (await worker.run(id)).step_executions?.find(step => step.step_id === worker.stepId(name))
  await expect.poll(stepOf).toMatchObject(what)
}

export const seeTitle = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
