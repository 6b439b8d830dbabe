import type { JsonObject } from '@hidesync/domain/workflows/definition'
import { expect, test } from 'vitest'
import { asAdmin, openPage, signIn, templateNamed } from './support/app.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

test('B12: having 140 of a material of which 100 are planned scales all lines by 1.4, and the times stay', async () => {
  const step = (id: number, resources: JsonObject[]) => ({
    id,
    name: `Step ${id}`,
    step_type: 'material',
    instructions: 'Do it.',
    estimated_duration: 10,
    scales_with_quantity: true,
    resources,
  })
  const material = (name: string, quantity: number, unit: string) => ({
    resource_type: 'material',
    name,
    quantity,
    unit,
  })
  const { id } = await asAdmin(site.app).presets.import({
    body: {
      preset_info: { name: 'Scaled' },
      workflow: {
        steps: [step(1, [material('Wool', 100, 'g'), material('Alum', 15, 'g')]), step(2, [material('Water', 2, 'l')])],
        connections: [{ source_step: 1, target_step: 2 }],
        outcomes: [{ name: 'Done', is_default: true }],
      },
    },
  })
  await asAdmin(site.app).workflows.update({ params: { id }, body: { description: 'For a test.' } })
  await asAdmin(site.app).workflows.publish({ params: { id } })
  const { page, close } = await openPage(site)
  await signIn(page, site.app, `/workflows/${id}/plan`)
  const amount = (name: string) =>
    page.getByRole('listitem').filter({ hasText: name }).locator('span').last().innerText()
  const summary = page.getByRole('complementary', { name: 'Summary' })
  await summary.getByText('20 min').waitFor()
  expect(await amount('Wool')).toBe('100 g')
  await page.getByLabel('I have').fill('140')
  await page.getByText('Enough for 1.4.').waitFor()
  expect(await Promise.all(['Wool', 'Alum', 'Water'].map(amount))).toEqual(['140 g', '21 g', '2.8 l'])
  await page.getByText('The times of the steps stay as planned').waitFor()
  await summary.getByText('20 min').waitFor()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.waitForURL(/\/runs\/\d+/)
  const run = Number(/runs\/(\d+)/.exec(page.url())?.[1])
  expect((await asAdmin(site.app).executions.get({ params: { id: run } })).quantity).toBe(1.4)
  await close()
})

test('the plan says of each outcome how long it takes, and starts a run that heads for the chosen one', async () => {
  const box = await templateNamed(site.app, /Wooden Box/)
  const { outcomes } = await asAdmin(site.app).workflows.get({ params: { id: box.id } })
  const painted = outcomes.find(({ name }) => /Painted/.test(name))
  const { page, close } = await openPage(site)
  await signIn(page, site.app, `/workflows/${box.id}/plan`)
  const summary = page.getByRole('complementary', { name: 'Summary' })
  const total = () => summary.locator('dd').first().innerText()
  await page.getByRole('radiogroup', { name: 'Outcome' }).waitFor()
  const before = await total()
  await page.getByRole('radio', { name: new RegExp(`^${painted?.name}`) }).check({ force: true })
  const after = await total()
  expect(after).not.toBe(before)
  const card = page
    .getByRole('radiogroup', { name: 'Outcome' })
    .locator('label')
    .filter({ hasText: painted?.name ?? '' })
  const told = /^About (.+), the quickest way$/m.exec(await card.innerText())?.[1] ?? '?'
  expect(after.startsWith(told)).toBe(true)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.waitForURL(/\/runs\/\d+/)
  const run = Number(/runs\/(\d+)/.exec(page.url())?.[1])
  expect((await asAdmin(site.app).executions.get({ params: { id: run } })).selected_outcome_id).toBe(painted?.id)
  await close()
})
