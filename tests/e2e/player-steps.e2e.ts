import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { begun, joined, laidOut, passed } from './support/deeds.ts'
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

/** The id by which the first material of the project is known. */
async function leatherId(): Promise<number> {
  const { steps } = await worker.client.workflows.get({ params: { id: worker.workflowId } })
  const step = steps.find(one => one.id === worker.stepId('Lay out the leather'))
  return step?.resources[0]?.id ?? 0
}
