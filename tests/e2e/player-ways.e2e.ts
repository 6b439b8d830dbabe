import { beforeAll, expect, test } from 'vitest'
import { begun, byHand, failed, joined, laidOut, type Deed } from './support/deeds.ts'
import { advance, onward } from './support/player.ts'
import { provideSite } from './support/site.ts'
import { expectRecorded, seeTitle, startWorker, withInspection, type Worker } from './support/worker.ts'

const site = provideSite(withInspection)
let worker: Worker
beforeAll(async () => {
  worker = await startWorker(site)
})

test('C12: undo after a completion with usage, a decision and a jump brings the run back to what it was', async () => {
  const { page, workOn, run } = worker
  const standing = async (id: number) => {
    const { step_executions, state, execution_data } = await run(id)
    const steps = step_executions?.map(({ step_id, status, step_data, notes }) => [step_id, status, step_data, notes])
    return { steps, letters: state.steps, execution_data }
  }
  const undone = async (deeds: readonly Deed[], act: () => Promise<void>) => {
    const id = await workOn(deeds)
    const before = await standing(id)
    await onward(page, act)
    await page
      .getByText(/^(Done|Decided|Step)/)
      .first()
      .waitFor()
    await expect.poll(() => standing(id)).not.toEqual(before)
    await onward(page, () => page.keyboard.press('u'))
    await expect.poll(() => standing(id)).toEqual(before)
  }
  await undone(begun, () => advance(page))
  await undone(laidOut, async () => {
    await page.keyboard.press('2')
    await page.keyboard.press('Enter')
  })
  await undone(byHand, async () => {
    await page.getByRole('complementary', { name: 'Path' }).getByRole('button', { name: /^9\. / }).click()
    await page.getByRole('button', { name: 'Go here' }).click()
    await page.getByRole('button', { name: 'Pass over and go' }).click()
    await seeTitle(page, 'Join all parts')
  })
})

test('C13: a decision that a later step rests on names the step that has to be undone first, and undoes it', async () => {
  const { page, workOn, stepId } = worker
  const id = await workOn([...laidOut, { choose: 'By machine' }, 'Sew by machine'])
  await page.goto(`/runs/${id}?step=${stepId('Choose a seam')}`)
  await page.getByText('Step 5, “Sew by machine”, was done since and may rest on it: undo that first.').waitFor()
  await page.getByRole('button', { name: 'Undo step 5' }).click()
  await page.getByRole('button', { name: 'Change my mind' }).first().waitFor()
  await expectRecorded(worker, id, 'Sew by machine', { status: 'active' })
})

test('C14: options are a radio group; 2 and Enter choose the second, and its line foretells what the engine does', async () => {
  const { page, workOn, run } = worker
  const id = await workOn(laidOut)
  const group = page.getByRole('radiogroup', { name: 'Choose one' })
  await group.waitFor()
  expect(await group.getByRole('radio').count()).toBe(2)
  const line = await group.locator('label').nth(1).innerText()
  expect(line).toContain('Next: Sew by machine')
  const first = await group.locator('label').first().innerText()
  expect(first).toContain('needs Awl')
  expect(first).toContain('usual')
  await page.keyboard.press('2')
  await onward(page, () => page.keyboard.press('Enter'))
  await seeTitle(page, 'Sew by machine')
  const told = { execution_data: { method: 'power' }, progress: { current_step_name: 'Sew by machine' } }
  await expect.poll(() => run(id)).toMatchObject(told)
})

test('C15: one may change one’s mind until something was built on the choice, and then is told why not', async () => {
  const { page, workOn, stepId } = worker
  const id = await workOn([...laidOut, { choose: 'By machine' }])
  await seeTitle(page, 'Sew by machine')
  await page.getByText('You chose “By machine”.').waitFor()
  await onward(page, () => page.getByRole('button', { name: 'Change my mind' }).click())
  await seeTitle(page, 'Choose a seam')
  await expectRecorded(worker, id, 'Choose a seam', { status: 'active' })
  await page.keyboard.press('2')
  await onward(page, () => page.keyboard.press('Enter'))
  await advance(page)
  await expectRecorded(worker, id, 'Sew by machine', { status: 'completed' })
  await page.goto(`/runs/${id}?step=${stepId('Choose a seam')}`)
  await page.getByText('was done since and may rest on it').waitFor()
  expect(await page.getByRole('button', { name: 'Change my mind' }).count()).toBe(0)
})

test('C16: steps side by side are tabs, each with its timer, and what ends in one does not take the focus from writing in the other', async () => {
  const { page, workOn, client, stepId } = worker
  const id = await workOn(byHand)
  const lanes = page.getByRole('tablist', { name: 'Steps under way' })
  await lanes.getByRole('tab', { name: /Let the glue dry.*(29|30):\d\d/ }).waitFor()
  await lanes.getByRole('tab', { name: /Cut the straps/ }).click()
  await seeTitle(page, 'Cut the straps')
  await page.getByRole('button', { name: '5-10 min: start a timer' }).click()
  await lanes.getByRole('tab', { name: /Cut the straps.*(04|05):\d\d/ }).waitFor()
  const note = page.getByLabel('Write a note on this step')
  await note.pressSequentially('cut a ')
  await client.executions.complete({ params: { id, step_id: stepId('Let the glue dry') }, body: { override: true } })
  // It has come to this page.
  await lanes.waitFor({ state: 'detached' })
  await page.keyboard.type('little wide')
  expect(await note.inputValue()).toBe('cut a little wide')
  expect(await note.evaluate(element => element === document.activeElement)).toBe(true)
  await seeTitle(page, 'Cut the straps')
})

test('C09: a reload brings back which of the steps side by side was open', async () => {
  const { page, workOn } = worker
  await workOn(byHand)
  const lanes = page.getByRole('tablist', { name: 'Steps under way' })
  for (const name of ['Cut the straps', 'Let the glue dry']) {
    const lane = lanes.getByRole('tab', { name: new RegExp(name) })
    await lane.click()
    await seeTitle(page, name)
    await page.reload()
    await seeTitle(page, name)
    await expect.poll(() => lane.getAttribute('aria-selected')).toBe('true')
  }
})

test('C17: the step that joins says what it waits for, and opens when the last of them is done', async () => {
  const { page, workOn, stepId } = worker
  const id = await workOn([...byHand, 'Let the glue dry'])
  await page.goto(`/runs/${id}?step=${stepId('Join all parts')}`)
  await page.getByText('Waiting for: Cut the straps').waitFor()
  await onward(page, () => page.keyboard.press('Escape'))
  await seeTitle(page, 'Cut the straps')
  await advance(page)
  await seeTitle(page, 'Join all parts')
})

test('C18: a loop says which pass it is, when it ends and what the pass before gave, and ends when its check passes', async () => {
  const { page, workOn, run } = worker
  const id = await workOn([...joined, failed, 'Mend the seam', failed, 'Mend the seam'])
  await seeTitle(page, 'Check the seam')
  await page.getByText('Pass 3 of up to 5', { exact: true }).waitFor()
  await page.getByText('until “Check the seam” passes').waitFor()
  await page.getByRole('button', { name: /^What the .*passes before gave/ }).click()
  await page.getByText('verdict: fail').last().waitFor()
  expect(await page.getByText('verdict: fail').count()).toBe(2)
  await page.getByRole('button', { name: 'All the others pass' }).click()
  await advance(page)
  await seeTitle(page, 'Inspect the piece')
  expect(await page.getByText(/^Pass \d/).count()).toBe(0)
  await expectRecorded(worker, id, 'Check the seam', { status: 'completed', step_data: { verdict: 'pass' } })
  expect((await run(id)).progress.current_step_name).toBe('Inspect the piece')
})

test('C19: a step that its condition rules out is struck through in the path, with the value that did it, and has its line in the log', async () => {
  const { page, workOn } = worker
  await workOn(byHand)
  const path = page.getByRole('complementary', { name: 'Path' })
  const skipped = path.getByRole('button', { name: /6\. Oil the machine/ })
  await skipped.locator('s').waitFor()
  await skipped.getByText('because method is hand').waitFor()
  await page.keyboard.press('l')
  const line = page.getByRole('log').getByRole('listitem').filter({ hasText: 'Oil the machine' })
  const told = /Automatic[\s\S]*Passed over “Oil the machine”: its condition is not met$/
  await expect.poll(() => line.innerText()).toMatch(told)
})

test('C20: what broke goes where the workflow mends it; without such a way the run pauses with the note', async () => {
  const { page, workOn, run } = worker
  const report = async (text: string) => {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Report a problem' }).click()
    const dialog = page.getByRole('dialog', { name: 'Report a problem' })
    await dialog.getByLabel('What happened?').fill(text)
    return dialog
  }
  await workOn(joined)
  const withWay = await report('the thread tore')
  await withWay.getByText('Goes to: Mend the seam').waitFor()
  await onward(page, () => withWay.getByRole('button', { name: 'Report' }).click())
  await seeTitle(page, 'Mend the seam')

  const id = await workOn(begun)
  const without = await report('the knife broke')
  await without.getByText('Pauses the run and keeps the note').first().waitFor()
  await without.getByRole('button', { name: 'Report' }).click()
  await page.getByText('The run is paused').first().waitFor()
  await expect.poll(async () => (await run(id)).status).toBe('paused')
  await expectRecorded(worker, id, 'Lay out the leather', { notes: 'Problem: something broke. the knife broke' })
})

test('C35: a run stays on the revision that it was started with, and says so when there is a newer one', async () => {
  const { page, workOn, client, workflowId, stepId, run } = worker
  const id = await workOn(begun)
  await client.steps.change({
    params: { id: workflowId, part_id: stepId('Lay out the leather') },
    body: { name: 'Spread the leather' },
  })
  await client.executions.start({ params: { id: workflowId } })
  await page.reload()
  await seeTitle(page, 'Lay out the leather')
  await page.getByText('There is a newer version of this workflow').waitFor()
  expect((await run(id)).revision).toBe(1)
  await client.steps.change({
    params: { id: workflowId, part_id: stepId('Lay out the leather') },
    body: { name: 'Lay out the leather' },
  })
})
