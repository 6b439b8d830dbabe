import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asAdmin, heading } from './support/app.ts'
import { onward, runOf, visitRun } from './support/player.ts'
import { provideSite } from './support/site.ts'

const site = provideSite()

/** Another device completes the step that the run is at. */
async function completeElsewhere(id: number): Promise<void> {
  const { current_step_id } = await runOf(site.app, id)
  await asAdmin(site.app).executions.complete({ params: { id, step_id: current_step_id! }, body: { override: true } })
}

const doneOf = async (id: number) => (await runOf(site.app, id)).progress.completed_steps

const questions = {
  'what a step used': async (page: Page) => {
    const dialog = page.getByRole('dialog')
    for (let step = 0; step < 6 && !(await dialog.isVisible()); step++) {
      const before = await heading(page)
      await page.keyboard.press('Control+Enter')
      await page.waitForFunction(
        name => document.querySelector('[role=dialog]') !== null || document.querySelector('h1')?.textContent !== name,
        before,
      )
    }
    return dialog
  },
  'what went wrong': async (page: Page) => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Something went wrong' }).click()
    return page.getByRole('dialog')
  },
}

for (const [question, open] of Object.entries(questions))
  test(`the question about ${question} closes when another device completes the step, and does nothing to the next`, async () => {
    const { page, id, close } = await visitRun(site, /Wallet/)
    const dialog = await open(page)
    await dialog.waitFor()
    const name = await page.locator('h1').innerText()
    await expect.poll(async () => (await runOf(site.app, id)).progress.current_step_name).toBe(name)
    const done = await doneOf(id)
    await completeElsewhere(id)
    await page.getByText(`“${name}” was completed elsewhere meanwhile. Nothing was recorded twice.`).waitFor()
    await dialog.waitFor({ state: 'detached' })
    expect(await heading(page)).not.toBe(name)
    const { status, progress } = await runOf(site.app, id)
    expect([status, progress.completed_steps]).toEqual(['active', done + 1])
    await close()
  })

test('who writes a note while another device completes the step writes it to its end, saves it there and goes on', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  const name = await heading(page)
  const { current_step_id } = await runOf(site.app, id)
  const note = page.getByLabel('Write a note on this step')
  await note.pressSequentially('the edge ')
  await completeElsewhere(id)
  await page.getByText('You are looking at step 1. The run is at step 2.').waitFor()
  await page.keyboard.type('was dry')
  expect(await heading(page)).toBe(name)
  expect(await note.inputValue()).toBe('the edge was dry')
  await page.getByRole('button', { name: 'Save the note' }).click()
  const noted = async () =>
    (await runOf(site.app, id)).step_executions?.find(step => step.step_id === current_step_id)?.notes
  await expect.poll(noted).toBe('the edge was dry')
  await onward(page, () => page.getByRole('main').getByRole('button', { name: 'Return' }).click())
  await page.getByText('Step 2 of 12').waitFor()
  expect(await note.inputValue()).toBe('')
  await close()
})

test('what a sentence may have meant cannot be pressed any more once another device has completed the step', async () => {
  const { page, id, close } = await visitRun(site, /Wallet/)
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('I have to finish this step')
  await page.keyboard.press('Enter')
  const meant = page.getByRole('button', { name: 'Complete this step' })
  await meant.waitFor()
  await completeElsewhere(id)
  await page.getByText('Step 2 of 12').waitFor()
  await meant.waitFor({ state: 'detached' })
  await page.getByRole('search').getByText('I have to finish this step').waitFor()
  expect(await doneOf(id)).toBe(1)
  await close()
})
