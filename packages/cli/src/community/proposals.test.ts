import type { Client } from '@hidesync/contract/client'
import type { TestUser } from '@hidesync/server/testing/test-app'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** The administrator owns the originals, Ben copies them. */
let place: CliApp
let ben: TestUser
let made = 0
beforeAll(async () => {
  place = await openCliApp()
  ben = await place.app.createUser({ display_name: 'Ben' })
})
afterAll(() => place.close())

const api = (): Client => place.app.client(place.app.admin.token)
const bens = (): Client => place.app.client(ben.token)
const workflows = (...args: string[]) => place.cli.run(['workflows', ...args])
const asBen = (...args: string[]) => place.cli.run(['workflows', ...args], { environment: place.as(ben) })
const folded = (text: string) => text.replace(/\s+/g, ' ')

const stepNamed = async (client: Client, id: number, name: string) => {
  const step = (await client.workflows.get({ params: { id } })).steps.find(one => one.name === name)
  if (step === undefined) throw new Error(`There is no step “${name}”.`)
  return step
}
const change = async (client: Client, id: number, body: { instructions?: string; estimated_duration?: number }) => {
  const { id: part_id } = await stepNamed(client, id, 'Cut boards')
  await client.steps.change({ params: { id, part_id }, body })
}
const original = async () => {
  const id = await place.importBox(`Original ${++made}`)
  await api().workflows.publish({ params: { id } })
  return id
}
const pair = async () => {
  const id = await original()
  return { id, copy: (await bens().workflows.duplicate({ params: { id } })).id }
}
/** Both sides say something else about one step. */
const conflicting = async () => {
  const { id, copy } = await pair()
  await change(api(), id, { instructions: 'Theirs.', estimated_duration: 20 })
  await api().workflows.publish({ params: { id } })
  await change(bens(), copy, { instructions: 'Ours.', estimated_duration: 30 })
  const { id: step } = await stepNamed(bens(), copy, 'Cut boards')
  return { id, copy, step }
}

describe('hidesync workflows upstream and merge', () => {
  it('shows what is new in the original, and takes it over beside what one changed', async () => {
    const { id, copy } = await pair()
    const { stdout: same } = await asBen('upstream', `${copy}`)
    expect(same).toBe(`Your copy has all of “Original ${made}” (workflow ${id}), revision 1.\n`)
    await change(api(), id, { instructions: 'Cut five boards.' })
    await api().workflows.publish({ params: { id } })
    await change(bens(), copy, { estimated_duration: 99 })
    const shown = await asBen('upstream', `${copy}`)
    expect(shown.stdout).toContain('is at revision 2; your copy has revision 1.')
    expect(shown.stdout).toContain('instructions: Cut four boards. → Cut five boards.')
    expect(shown.stderr).toContain(`hidesync workflows merge ${copy}`)
    expect((await asBen('upstream', `${copy}`, '--json')).json()).toMatchObject({ mergeable: true, up_to_date: false })
    const dry = await asBen('merge', `${copy}`, '--dry-run')
    expect(dry).toMatchObject({ code: 0, stderr: 'Nothing was stored.\n' })
    expect((await stepNamed(bens(), copy, 'Cut boards')).instructions).toBe('Cut four boards.')
    const merged = await asBen('merge', `${copy}`)
    expect(folded(merged.stdout)).toContain(`has what revision 2 of “Original ${made}” (workflow ${id}) brought.`)
    expect(await stepNamed(bens(), copy, 'Cut boards')).toMatchObject({
      instructions: 'Cut five boards.',
      estimated_duration: 99,
    })
    expect((await asBen('merge', `${copy}`)).stdout).toContain('Your copy has all of')
  })

  it('shows conflicts part by part, and decides each as it is told', async () => {
    const { copy, step } = await conflicting()
    const left = await asBen('merge', `${copy}`)
    expect(left).toMatchObject({ code: 5, stdout: '' })
    expect(left.stderr).toContain('2 conflicts, changed on both sides:')
    expect(folded(left.stderr)).toContain(
      `! “Cut boards”: instructions (step/${step}/instructions) before: Cut four boards. ours, your copy: Ours. theirs, the original: Theirs.`,
    )
    expect(folded(left.stderr)).toContain('2 conflicts to decide: give --ours or --theirs, for each or for “all”.')
    const half = await asBen('merge', `${copy}`, '--ours', `step/${step}/instructions`, '--json')
    expect(half.code).toBe(5)
    expect(half.error()).toMatchObject({
      code: 'cli.conflicts',
      errors: [{ path: `step/${step}/estimated_duration` }],
    })
    const dry = await asBen('merge', `${copy}`, '--theirs', `step/${step}/instructions`, '--dry-run')
    expect(dry.stderr).toBe('Nothing was stored; 1 left to decide.\n')
    const done = await asBen('merge', `${copy}`, '--theirs', 'all', '--ours', `step/${step}/instructions`)
    expect(done.code).toBe(0)
    expect(await stepNamed(bens(), copy, 'Cut boards')).toMatchObject({
      instructions: 'Ours.',
      estimated_duration: 20,
    })
  })

  it('refuses decisions that decide nothing, and what is no copy', async () => {
    const { copy, step } = await conflicting()
    const unknown = await asBen('merge', `${copy}`, '--ours', 'step/1/colour')
    expect(unknown.code).toBe(2)
    expect(folded(unknown.stderr)).toContain(`“step/1/colour” is no conflict here. There are step/${step}/`)
    expect((await asBen('merge', `${copy}`, '--ours', 'all', '--theirs', 'all')).code).toBe(2)
    const none = await workflows('upstream', `${await original()}`)
    expect(none.code).toBe(4)
    expect(none.stderr).toContain('was copied from no workflow that you may still see.')
  })
})

describe('hidesync workflows propose and proposal', () => {
  it('proposes what a copy changed; the owner looks at it and takes it over', async () => {
    const { id, copy } = await pair()
    await change(bens(), copy, { instructions: 'Cut slowly.' })
    const proposed = await asBen('propose', `${id}`, '--from', `${copy}`, '--title', 'Slower', '--message', 'Be safe.')
    expect(proposed.code).toBe(0)
    expect(proposed.stdout).toMatch(/^Proposal \d+, “Slower” by Ben: open since /)
    expect(proposed.stdout).toContain('instructions: Cut four boards. → Cut slowly.')
    const number = /Proposal (\d+)/.exec(proposed.stdout)?.[1] ?? ''
    expect((await workflows('proposals', `${id}`)).stdout).toMatch(new RegExp(`${number} +open +Ben .*Slower`))
    const shown = await workflows('proposal', 'show', `${id}`, number)
    expect(shown.stdout).toContain('Be safe.')
    const accepted = await workflows('proposal', 'accept', `${id}`, number)
    expect(accepted).toMatchObject({ code: 0, stdout: `Took over proposal ${number}, “Slower”.\n` })
    expect((await stepNamed(api(), id, 'Cut boards')).instructions).toBe('Cut slowly.')
    const again = await workflows('proposal', 'accept', `${id}`, number)
    expect(again.code).toBe(5)
    expect(again.stderr).toContain('“Slower” is accepted already.')
  })

  it('proposes what an edited file of the original says, in a copy made of it', async () => {
    const id = await original()
    const file = join(place.cli.home, `proposed-${id}.yaml`)
    await asBen('pull', `${id}`, '-o', file)
    const text = readFileSync(file, 'utf8')
    const { id: nails } = await stepNamed(api(), id, 'Nail corners')
    const added = `steps:\n  - id: new\n    name: Wax it\n    step_type: instruction\n    instructions: Thinly.\n`
    writeFileSync(
      file,
      text
        .replace('steps:\n', added)
        .replace('Two nails a corner.', 'Three nails a corner.')
        .replace(/^description: .*$/m, 'description: Another box.'),
    )
    const proposed = await asBen('propose', `${id}`, '-f', file, '--title', 'Wax')
    expect(proposed.stderr).toContain('Only the graph is proposed; left out: description.')
    expect(folded(proposed.stdout)).toContain(
      '~ “Nail corners” instructions: Two nails a corner. → Three nails a corner.',
    )
    expect(proposed.stdout).toContain('+ “Wax it”')
    expect(proposed.stdout).not.toContain('- ')
    const { items } = await api().proposals.list({ params: { id } })
    const copy = items[0]?.from_workflow_id ?? 0
    expect(proposed.stderr).toContain(`Your copy with it is workflow ${copy}.`)
    expect((await workflows('proposal', 'accept', `${id}`, `${items[0]?.id}`)).code).toBe(0)
    expect(await stepNamed(api(), id, 'Nail corners')).toMatchObject({
      id: nails,
      instructions: 'Three nails a corner.',
    })
    expect(await stepNamed(api(), id, 'Wax it')).toMatchObject({ instructions: 'Thinly.' })
  })

  it('leaves no copy behind where there is nothing to propose, or the original has changed', async () => {
    const id = await original()
    const file = join(place.cli.home, `unchanged-${id}.yaml`)
    await asBen('pull', `${id}`, '-o', file)
    const count = async () => (await bens().workflows.list()).total
    const before = await count()
    const nothing = await asBen('propose', `${id}`, '-f', file, '--title', 'Nothing')
    expect(nothing.code).toBe(2)
    expect(nothing.stderr).toContain('nothing was changed yet')
    await change(api(), id, { instructions: 'Changed meanwhile.' })
    const stale = await asBen('propose', `${id}`, '-f', file, '--title', 'Stale')
    expect(stale.code).toBe(5)
    expect(folded(stale.stderr)).toContain('was changed since your file was written: pull it again.')
    expect(await count()).toBe(before)
  })

  it('decides conflicts with what the workflow says by now', async () => {
    const { id, copy } = await pair()
    await change(bens(), copy, { instructions: 'Cut slowly.' })
    const { id: number } = await bens().proposals.create({
      params: { id },
      body: { title: 'Slower', from_workflow_id: copy },
    })
    await change(api(), id, { instructions: 'Cut quickly.' })
    const left = await workflows('proposal', 'accept', `${id}`, `${number}`)
    expect(left.code).toBe(5)
    expect(folded(left.stderr)).toContain('ours, the workflow: Cut quickly. theirs, the proposal: Cut slowly.')
    expect((await workflows('proposal', 'accept', `${id}`, `${number}`, '--theirs', 'all')).code).toBe(0)
    expect((await stepNamed(api(), id, 'Cut boards')).instructions).toBe('Cut slowly.')
  })

  it('is declined with a reason, or withdrawn by whoever made it', async () => {
    const { id, copy } = await pair()
    await change(bens(), copy, { instructions: 'Cut slowly.' })
    const propose = async () =>
      (await bens().proposals.create({ params: { id }, body: { title: 'Slower', from_workflow_id: copy } })).id
    const [one, other] = [await propose(), await propose()]
    const declined = await workflows('proposal', 'decline', `${id}`, `${one}`, '--reason', 'Slow enough.')
    expect(declined).toMatchObject({ code: 0, stdout: `Declined proposal ${one}, “Slower”.\n` })
    expect((await asBen('proposal', 'show', `${id}`, `${one}`)).stdout).toContain('Reason: Slow enough.')
    const wrong = await workflows('proposal', 'withdraw', `${id}`, `${other}`)
    expect(wrong.code).toBe(1)
    expect(wrong.stderr).toContain('You may decline it.')
    expect(await asBen('proposal', 'withdraw', `${id}`, `${other}`)).toMatchObject({ code: 0 })
    expect((await asBen('proposal', 'show', `${id}`, '99999')).code).toBe(4)
  })

  it.each([
    [['propose', '3', '--title', 'x'], 'Say where your change is: in a copy (--from) or in a file (--file).'],
    [['propose', '3', '--title', 'x', '--from', '4', '-f', 'x.yaml'], 'Say where your change is'],
    [['propose', '3', '--from', '4'], 'Give --title TEXT.'],
  ])('refuses %j', async (args, text) => {
    const result = await asBen(...args)
    expect(result.code).toBe(2)
    expect(folded(result.stderr)).toContain(text)
  })
})
