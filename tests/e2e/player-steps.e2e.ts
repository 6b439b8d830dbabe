import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { begun, byHand, failed, joined, laidOut, passed, type Deed } from './support/deeds.ts'
import { advance, onward } from './support/player.ts'
import { provideSite } from './support/site.ts'
import { expectRecorded, seeTitle, startWorker, withInspection, type Worker } from './support/worker.ts'

const site = provideSite(withInspection)
let worker: Worker
beforeAll(async () => {
  worker = await startWorker(site)
})

test('C10: warnings stand before the instructions, and one that has to be acknowledged keeps the step open, with focus on its tick', async () => {
  const { page, workOn, run } = worker
  const id = await workOn([...laidOut, { choose: 'By hand' }])
  await seeTitle(page, 'Sew by hand')
  const isBefore = await page.evaluate(() => {
    const warning = document.querySelector('main [role=note]')
    const instructions = [...document.querySelectorAll('main p')].find(p => p.textContent === 'Sew it.')
    return warning!.compareDocumentPosition(instructions!) === Node.DOCUMENT_POSITION_FOLLOWING
  })
  expect(isBefore).toBe(true)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').filter({ hasText: 'Tick that you have read the warnings first.' }).waitFor()
  const tick = page.getByRole('checkbox', { name: 'I have read the warnings' })
  expect(await tick.evaluate(element => element === document.activeElement)).toBe(true)
  expect((await run(id)).progress.completed_steps).toBe(3)
  await page.keyboard.press('Space')
  await onward(page, () => page.keyboard.press('Control+Enter'))
  await expectRecorded(worker, id, 'Sew by hand', { step_data: { acknowledged: true } })
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

test('C21: the usage sheet holds the plan for this run; one press records it, and later leaves it to the result', async () => {
  const { page, workOn } = worker
  const id = await workOn(begun, 3)
  await page.getByText('6 sq ft').first().waitFor()
  // What is to be laid out is listed once, not beside the step as well.
  await page.getByRole('tab', { name: 'Timers', selected: true }).waitFor()
  expect(await page.getByRole('checkbox', { name: /Calf leather/ }).count()).toBe(1)
  await page.keyboard.press('Control+Enter')
  const sheet = page.getByRole('dialog', { name: 'What “Lay out the leather” used' })
  expect(await sheet.getByRole('textbox', { name: 'Used' }).inputValue()).toBe('6')
  await sheet.getByText('planned: 6 sq ft').waitFor()
  await onward(page, () => page.keyboard.press('Enter'))
  await expectRecorded(worker, id, 'Lay out the leather', {
    step_data: {
      resource_usage: {
        others: [{ name: 'Calf leather', actual_quantity: 6, unit: 'sq_ft' }, { name: 'Round knife' }],
      },
    },
  })

  const other = await workOn(begun)
  await page.keyboard.press('Control+Enter')
  await onward(page, () => sheet.getByRole('button', { name: 'Later' }).click())
  await expectRecorded(worker, other, 'Lay out the leather', { step_data: { resource_usage: null } })
  await page.goto(`/runs/${other}/summary`)
  await page.getByRole('heading', { name: 'Not recorded yet' }).waitFor()
  await page.getByRole('button', { name: 'Record what “Lay out the leather” used' }).click()
  await sheet.getByRole('button', { name: '+10 %: Calf leather' }).click()
  await sheet.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByRole('heading', { name: 'Not recorded yet' }).waitFor({ state: 'detached' })
  await expectRecorded(worker, other, 'Lay out the leather', {
    notes: expect.stringContaining('2.2 sq ft Calf leather') as string,
  })
})

test('on a phone the line of what was done stands in one row with its buttons, and never before what is asked', async () => {
  const { page, workOn } = worker
  const size = page.viewportSize()
  await workOn(laidOut)
  await page.setViewportSize({ width: 390, height: 844 })
  // Undo brings back the step that asks what it used, and its line.
  await onward(page, () => page.keyboard.press('Control+z'))
  const line = page.getByRole('region', { name: 'Notices' })
  const text = line.getByText('Lay out the leather')
  await text.waitFor()
  const expectOneRow = async (what: Locator) => {
    const boxes = await Promise.all([what, line.getByRole('button').last()].map(one => one.boundingBox()))
    const [said, close] = boxes.map(box => (box === null ? NaN : box.y + box.height / 2))
    expect(Math.abs((said ?? NaN) - (close ?? NaN))).toBeLessThan(4)
  }
  await expectOneRow(text)
  await page.keyboard.press('Control+Enter')
  const sheet = page.getByRole('dialog', { name: 'What “Lay out the leather” used' })
  const isOnTop = (button: Element) => {
    const { left, top, width, height } = button.getBoundingClientRect()
    return button.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  }
  for (const name of ['Later', 'Record and continue'])
    expect(await sheet.getByRole('button', { name }).evaluate(isOnTop)).toBe(true)
  expect(await text.count()).toBe(1)
  await onward(page, () => sheet.getByRole('button', { name: 'Later' }).click())
  // A short one as well.
  await page.getByLabel('Write a note on this step').fill('Grain side up')
  await page.getByRole('button', { name: 'Save the note' }).click()
  const short = line.getByText('Note saved')
  await short.waitFor()
  await expectOneRow(short)
  if (size !== null) await page.setViewportSize(size)
})

test('C26: a time in the instructions is a button that a finger hits, and starts a timer of so long', async () => {
  const { page, workOn } = worker
  await workOn(begun)
  const button = page.getByRole('button', { name: '10 minutes: start a timer' })
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await button.click()
  await page.getByRole('button', { name: /^Timers: / }).click()
  const clock = page.getByRole('dialog', { name: 'Timers' }).getByRole('timer', { name: /10 minutes$/ })
  expect(await clock.innerText()).toMatch(/^(10:00|09:5\d)$/)
  await page.keyboard.press('Escape')
})

test('C28: at the bench all text is large, all targets are hit with gloves on, and Escape leaves it as it was', async () => {
  const { page, workOn } = worker
  await workOn(begun)
  await page.getByRole('button', { name: /^Bench mode/ }).click()
  const bench = page.locator('[data-bench]')
  await bench.waitFor()
  const { smallest, targets } = await bench.evaluate(root => {
    const seen = [...root.querySelectorAll<HTMLElement>('*')].filter(element => element.getClientRects().length > 0)
    const texts = seen.filter(element =>
      [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim()),
    )
    const visible = texts.filter(element => element.getBoundingClientRect().width > 1)
    const controls = seen.filter(element => element.matches('button, label'))
    return {
      smallest: Math.min(...visible.map(element => Number.parseFloat(getComputedStyle(element).fontSize))),
      targets: Math.min(...controls.map(element => element.getBoundingClientRect().height)),
    }
  })
  expect(smallest).toBeGreaterThanOrEqual(28)
  expect(targets).toBeGreaterThanOrEqual(64)
  await page.reload()
  await bench.waitFor()
  await seeTitle(page, 'Lay out the leather')
  await page.keyboard.press('Escape')
  await bench.waitFor({ state: 'detached' })
  await seeTitle(page, 'Lay out the leather')
  await page.keyboard.press('f')
  await bench.waitFor()
  await page.keyboard.press('Escape')
  await bench.waitFor({ state: 'detached' })
})

test('C32: a check in which something fails is mended, accepted with a reason, or stops the run; there is no other way', async () => {
  const { page, workOn, run } = worker
  const failing = async () => {
    const id = await workOn(joined)
    await page.keyboard.press('Control+Enter')
    await page.getByText('Go through all of the criteria first').waitFor()
    const gap = page.getByRole('textbox', { name: 'Measured: Gap' })
    await gap.fill('0.8')
    await gap.press('Tab')
    expect(await page.getByRole('radiogroup', { name: /^Gap/ }).getByRole('radio', { name: 'Fail' }).isChecked()).toBe(
      true,
    )
    await page
      .getByRole('radiogroup', { name: /^Stitches/ })
      .locator('label')
      .first()
      .click()
    // The large button says what is to come: not simply the next step.
    await page.locator('footer').getByRole('button', { name: 'It does not pass: what now?' }).waitFor()
    await page.keyboard.press('Control+Enter')
    const dialog = page.getByRole('alertdialog', { name: 'It does not pass: what now?' })
    await dialog.getByText('Gap', { exact: true }).waitFor()
    return { id, dialog }
  }
  const mended = await failing()
  await onward(page, () => mended.dialog.getByRole('button', { name: 'Mend it: go to Mend the seam' }).click())
  await expectRecorded(worker, mended.id, 'Check the seam', { status: 'failed' })

  const accepted = await failing()
  await accepted.dialog.getByRole('button', { name: 'Accept it with this reason' }).click()
  await accepted.dialog.getByText('Say why').waitFor()
  await accepted.dialog.getByLabel('Why it is good enough all the same').fill('it is inside')
  await onward(page, () => accepted.dialog.getByRole('button', { name: 'Accept it with this reason' }).click())
  await expectRecorded(worker, accepted.id, 'Check the seam', {
    step_data: {
      verdict: 'pass',
      accepted_because: 'it is inside',
      criteria: { Gap: 'fail', Stitches: 'pass' },
      measured: { Gap: 0.8 },
    },
  })

  const stopped = await failing()
  await stopped.dialog.getByRole('button', { name: 'Stop: end the run here' }).click()
  await page.waitForURL(/summary$/)
  await expect.poll(async () => (await run(stopped.id)).status).toBe('cancelled')
})

test('C33: the last step records outcome, criteria and rating, and the result compares plan and use of time and materials', async () => {
  const { page, workOn } = worker
  const id = await workOn([
    ...begun,
    {
      step: 'Lay out the leather',
      data: { resource_usage: { others: [{ resource_id: await leatherId(), actual_quantity: 1.5 }] } },
    },
    { choose: 'By machine' },
    'Sew by machine',
    'Oil the machine',
    'Let the glue dry',
    'Cut the straps',
    'Join all parts',
    passed,
    { step: 'Inspect the piece', data: { passed: true } },
  ])
  await seeTitle(page, 'Case')
  await page.getByRole('checkbox', { name: 'It closes' }).click({ force: true })
  await page.getByRole('radio', { name: '4 stars' }).click({ force: true })
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/summary$/)
  await page.getByText('It closes').waitFor()
  const materials = page.getByRole('table', { name: 'Materials' })
  const row = materials.getByRole('row').filter({ hasText: 'Calf leather' })
  await expect.poll(() => row.innerText()).toMatch(/2 sq ft\s+1\.5 sq ft/)
  const times = page.getByRole('table', { name: 'Step by step' })
  await times.getByRole('row').filter({ hasText: 'Sew by machine' }).getByText('20 min').first().waitFor()
  await expectRecorded(worker, id, 'Case', { step_data: { success_criteria: { 'It closes': true }, rating: 4 } })
})

test('C34: a step type of the installation has its form drawn from its schema, and waits for the answer', async () => {
  const { page, workOn } = worker
  const id = await workOn([...joined, passed])
  await seeTitle(page, 'Inspect the piece')
  const answer = page.getByRole('radiogroup', { name: 'The piece is as it should be' })
  await answer.waitFor()
  await page.getByLabel('What you found (optional)').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').filter({ hasText: 'Something still has to be filled in' }).waitFor()
  await expectRecorded(worker, id, 'Inspect the piece', { status: 'active' })
  await answer.getByText('Yes').click()
  await advance(page)
  await expectRecorded(worker, id, 'Inspect the piece', { step_data: { passed: true } })
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

/** The id by which the first material of the project is known. */
async function leatherId(): Promise<number> {
  const { steps } = await worker.client.workflows.get({ params: { id: worker.workflowId } })
  const step = steps.find(one => one.id === worker.stepId('Lay out the leather'))
  return step?.resources[0]?.id ?? 0
}
