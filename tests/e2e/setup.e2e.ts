import { expect, test } from 'vitest'
import { asAdmin, openPage, signIn } from './support/app.ts'
import { provideSite } from './support/site.ts'

const site = provideSite({ isNew: true })

test('B15: the first run takes at most eight interactions by keyboard alone, keeps each answer, and ends where a run begins', async () => {
  const { page, complaints, close } = await openPage(site)
  await page.goto('/')
  await page.getByLabel('E-mail').fill(site.app.admin.email)
  await page.getByLabel('Password').fill(site.app.admin.password)
  await page.keyboard.press('Enter')
  const question = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  let interactions = 0
  const press = async (key: string) => {
    interactions += 1
    await page.keyboard.press(key)
  }

  await question('Who are you?')
  // The name has the focus, and is marked to be written over.
  interactions += 1
  await page.keyboard.insertText('Ana')
  await press('Enter')
  await question('What is your workshop called?')
  // Half way: whoever comes back finds the same question, and what was answered.
  await page.reload()
  await question('What is your workshop called?')
  await page.goBack()
  await question('Who are you?')
  expect(await page.getByLabel('Your name').inputValue()).toBe('Ana')
  await page.goForward()
  await question('What is your workshop called?')
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await press('Enter')
  for (const name of ['Which language do you read?', 'In which units do you measure?', 'Light or dark?']) {
    const heading = page.getByRole('heading', { level: 1 })
    await page.waitForFunction(() => !document.querySelector('h1')?.textContent.startsWith('What is your workshop'))
    // Asked only where there is more than one.
    if (name.startsWith('Which language') && (await heading.innerText()) !== name) continue
    await question(name)
    if (name.startsWith('In which units')) await press('ArrowDown')
    await press('Enter')
  }
  await question('Begin with samples?')
  expect(await page.getByRole('checkbox').isChecked()).toBe(true)
  await press('Enter')
  await question('Have everything ready')
  expect(interactions).toBeLessThanOrEqual(8)

  const client = asAdmin(site.app)
  expect(await client.setup.state()).toEqual({ needed: false, units: 'imperial' })
  expect((await client.users.me()).display_name).toBe('Ana')

  // The coach stands in the page, and the page can be used beside it.
  const coach = page.getByRole('complementary', { name: 'First steps' })
  for (const at of [1, 2, 3]) {
    await coach.getByText(`${at} of 4.`).waitFor()
    await coach.getByRole('button', { name: 'Next' }).click()
  }
  await page.reload()
  await coach.getByText('4 of 4.').waitFor()
  await coach.getByRole('button', { name: 'Close the first steps' }).click()
  await coach.waitFor({ state: 'detached' })
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

test('at a station people take turns: who opens a run says who they are, by name and PIN', async () => {
  const admin = asAdmin(site.app)
  const worker = await site.app.createUser({ display_name: 'Bruno' })
  await site.app.client(worker.token).stations.setPin({ body: { pin: '4711' } })
  const [wallet] = await admin.workflows.templates({ query: { search: 'Wallet' } })
  await site.app.client(worker.token).executions.start({ params: { id: wallet?.id ?? 0 } })
  const { page, complaints, close } = await openPage(site)
  await signIn(page, site.app, '/settings/devices', site.app.admin)
  await page.getByLabel('Name of the station').fill('Sewing bench')
  await page.getByRole('button', { name: 'Make this device a station' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sewing bench' }).waitFor()
  const run = page.getByRole('button', { name: /^Basic Leather Wallet/ }).first()
  const box = await run.locator('xpath=ancestor::li').boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(64)

  await run.click()
  const who = page.getByRole('dialog', { name: 'Who works here?' })
  await who.getByText('Bruno').click()
  await who.getByLabel('Your PIN').fill('0000')
  await page.keyboard.press('Enter')
  await who
    .getByRole('alert')
    .getByText(/PIN is wrong/)
    .waitFor()
  await who.getByLabel('Your PIN').fill('4711')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/runs\/\d+/)
  await page.getByRole('heading', { level: 1 }).waitFor()

  // Nothing of the person outlives the page: the next one has to say who they are.
  await page.goto('/runs')
  await page.getByRole('heading', { level: 1, name: 'Sewing bench' }).waitFor()
  await page.getByRole('button', { name: 'Who works here?' }).waitFor()
  await page.goto('/login?kiosk=1')
  await page.getByLabel('Your PIN').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('a manager invites somebody by a link that is shown once, chooses their role, and makes them a way back in', async () => {
  const manager = await site.app.createUser({ role: 'manager' })
  await site.app.createUser({ display_name: 'Carla' })
  const { page, complaints, close } = await openPage(site)
  await signIn(page, site.app, '/settings/people', manager)
  const role = page.getByLabel('Role of Carla')
  await role.selectOption('manager')
  await page.reload()
  await expect.poll(() => role.inputValue()).toBe('manager')

  await page.getByRole('button', { name: 'Make a link by which Carla sets a new password' }).click()
  const reset = await page.getByLabel('Link for a new password').inputValue()
  await page.getByRole('button', { name: 'Make a link', exact: true }).click()
  const invitation = await page.getByLabel('Link of the invitation').inputValue()
  await page.getByRole('button', { name: 'Take back the invitation for Whoever has the link' }).waitFor()

  const guest = await openPage(site)
  await guest.page.goto(invitation)
  await guest.page.getByRole('heading', { level: 1, name: /^Join / }).waitFor()
  await guest.page.goto(reset)
  await guest.page.getByRole('heading', { level: 1, name: 'Set a new password' }).waitFor()
  await guest.page.getByLabel('New password').fill('three words in a row')
  await guest.page.getByRole('button', { name: 'Set it and sign in' }).click()
  await guest.page.getByRole('heading', { level: 1, name: 'Bench' }).waitFor()
  expect([...complaints, ...guest.complaints]).toEqual([])
  await Promise.all([guest.close(), close()])
})

test('while the app is on its way there is its sign, and where it cannot be fetched a sentence says so in the reader’s language', async () => {
  const { page, close } = await openPage(site, { locale: 'de-DE' })
  const boot = page.locator('#boot')
  // What the page names, and what the app then asks for.
  for (const lost of ['**/assets/*.js', /\/assets\/app\.[\w-]+\.js$/]) {
    await page.route(lost, route => route.abort())
    await page.goto('/login')
    await page.getByRole('alert').getByText('Die App konnte nicht geladen werden.').waitFor()
    expect(await boot.locator('img').isVisible()).toBe(true)
    await page.unrouteAll()
  }
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await boot.waitFor({ state: 'detached' })
  await close()
})
