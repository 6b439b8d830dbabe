import type { Workflow } from '@hidesync/contract/workflows/workflow.schemas'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp()
})
afterAll(() => place.close())

const api = () => place.app.client(place.app.admin.token)
const get = (id: number) => api().workflows.get({ params: { id } })
const file = (name: string) => join(place.cli.home, name)
const run = (...args: string[]) => place.cli.run(args)

/** What an edit may not change. */
const graphOf = ({ steps, connections, outcomes, paths, name, tags, category }: Workflow) => ({
  steps,
  connections,
  outcomes,
  paths,
  name,
  tags,
  category,
})

describe('hidesync workflows pull and apply', () => {
  it.each(['yaml', 'json'])('brings a workflow back as it was from a file of %s', async format => {
    const id = await place.importBox(`Box in ${format}`)
    const before = await get(id)
    const path = file(`box-${format}.${format}`)
    expect((await run('workflows', 'pull', `${id}`, '-o', path)).code).toBe(0)
    const applied = await run('workflows', 'apply', path)
    expect(applied).toMatchObject({ code: 0, stdout: 'There is no difference.\n' })
    expect(graphOf(await get(id))).toEqual(graphOf(before))
  })

  it('changes what was edited, keeps the ids, and says what changed', async () => {
    const id = await place.importBox('Box to edit')
    const before = await get(id)
    const path = file('edit.yaml')
    await run('workflows', 'pull', `${id}`, '-o', path)
    const [first] = before.steps
    const text = readFileSync(path, 'utf8')
    writeFileSync(
      path,
      text.replace(`name: ${first?.name}`, 'name: Begin well').replace('name: Box to edit', 'name: Edited box'),
    )
    const trial = await run('workflows', 'apply', path, '--dry-run')
    expect(trial.stdout).toContain('~ “Begin well”')
    expect((await get(id)).name).toBe('Box to edit')
    const applied = await run('workflows', 'apply', path)
    expect(applied.stdout).toMatch(/name: .* → Begin well/)
    const after = await get(id)
    expect([after.name, after.steps[0]?.name, after.steps.map(step => step.id)]).toEqual([
      'Edited box',
      'Begin well',
      before.steps.map(step => step.id),
    ])
  })

  it('refuses a file that is older than the workflow, says what changed since, and obeys --overwrite', async () => {
    const id = await place.importBox('Box of two editors')
    const path = file('old.yaml')
    await run('workflows', 'pull', `${id}`, '-o', path)
    await api().steps.add({ params: { id }, body: { name: 'Meanwhile' } })
    const stale = await run('workflows', 'apply', path)
    expect(stale.code).toBe(5)
    expect(stale.stderr).toContain('“Meanwhile” added.')
    expect((await get(id)).steps.map(({ name }) => name)).toContain('Meanwhile')
    expect((await run('workflows', 'apply', path, '--overwrite')).stdout).toContain('- “Meanwhile”')
  })

  it('makes a new workflow from a file without a number, whole or not at all', async () => {
    const path = file('new.yaml')
    writeFileSync(
      path,
      'name: From a file\nsteps:\n  - {id: a, name: Cut, step_type: instruction}\n  - {id: b, name: Sew, step_type: instruction}\nconnections:\n  - {source_step: a, target_step: b}\n',
    )
    expect((await run('workflows', 'apply', path)).stdout).toContain('+ “Cut”')
    const { items } = await api().workflows.list({ query: { search: 'From a file' } })
    expect(items[0]).toMatchObject({ name: 'From a file', step_count: 2 })
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('From a file', 'Broken').replace('target_step: b', 'target_step: z'),
    )
    const broken = await run('workflows', 'apply', path)
    expect(broken.code).toBe(5)
    expect(broken.stderr).toContain('connections/0/target_step')
    expect((await api().workflows.list({ query: { search: 'Broken' } })).total).toBe(0)
  })

  it.each([
    ['name: [', /line|Flow/],
    ['[1, 2]', /has to hold one workflow/],
    ['name: A\ncolour: red', /“colour” is none of the fields/],
    ['workflow: many\nname: A', /“workflow” has to be a whole number/],
    ['a: &a [x, x]\nb: &b [*a, *a]', /is none of the fields/],
  ])('says what is wrong with %j', async (text, message) => {
    const path = file('wrong.yaml')
    writeFileSync(path, text)
    const refused = await run('workflows', 'apply', path)
    expect(refused.code).toBe(5)
    expect(refused.stderr).toMatch(message)
  })
})

describe('hidesync diff', () => {
  it('shows what differs between two files, a workflow and a file, and two revisions', async () => {
    const id = await place.importBox('Box to compare')
    await run('workflows', 'keep', `${id}`, '--note', 'First')
    const [one, other] = [file('one.json'), file('other.json')]
    await run('export', `${id}`, '-o', one)
    const preset = JSON.parse(readFileSync(one, 'utf8')) as { workflow: { steps: { name: string }[] } }
    const [step] = preset.workflow.steps
    if (step) step.name = 'Renamed'
    writeFileSync(other, JSON.stringify(preset))
    expect((await run('diff', one, other)).stdout).toMatch(/~ “Renamed”\n +name: .* → Renamed\n\n1 part changed\./)
    expect((await run('diff', one, one)).stdout).toBe('There is no difference.\n')
    expect((await run('diff', `${id}`, '1', 'draft')).stdout).toBe('There is no difference.\n')
    await api().steps.add({ params: { id }, body: { name: 'One more' } })
    expect((await run('diff', `${id}`, '1')).stdout).toContain('+ “One more”')
    const restored = await run('workflows', 'restore', `${id}`, '1')
    expect(restored.stdout).toContain('- “One more”')
    const listed = await run('workflows', 'revisions', `${id}`)
    expect(listed.stdout).toMatch(/2 .*\n1 +\S+ \S+ +First/)
    expect((await run('diff', `${id}`, 'draft')).code).toBe(2)
  })
})

describe('the life of a workflow in the terminal', () => {
  it('is made, checked, published, copied, deprecated and deleted', async () => {
    expect((await run('workflows', 'create', 'A short life')).stdout).toMatch(
      /^Made “A short life” \(workflow \d+\): draft, private\.\n$/,
    )
    const empty = await run('workflows', 'validate', 'A short life')
    expect(empty.code).toBe(1)
    expect(empty.stdout).toContain('WF-G01  There are no steps yet')
    const refused = await run('workflows', 'publish', 'A short life')
    expect(refused.code).toBe(5)
    expect(refused.stderr).toContain('Write a description')

    const id = await place.importBox('A long life')
    expect((await run('workflows', 'validate', `${id}`, '--json')).json()).toMatchObject({ valid: true })
    await api().translations.put({ params: { id, locale: 'de' }, body: { name: 'Ein langes Leben' } })
    const published = (await run('workflows', 'publish', `${id}`)).stdout.replaceAll(/\s+/g, ' ')
    expect(published).toContain('published, public. • ')
    expect(published).toContain('The translation into “de” lacks')
    expect((await run('workflows', 'duplicate', `${id}`, '--name', 'A copy')).stdout).toContain('Copied to “A copy”')
    expect((await run('workflows', 'status', `${id}`, 'deprecated')).stdout).toContain('deprecated')
    expect((await run('workflows', 'status', `${id}`, 'draft')).code).toBe(5)
    expect((await run('workflows', 'status', `${id}`, 'asleep')).code).toBe(2)
    const deleted = await run('workflows', 'delete', `${id}`, '999999', '--yes')
    expect(deleted.code).toBe(1)
    expect(deleted.stdout).toBe('Deleted 1 workflow.\n')
    expect(deleted.stderr).toContain('999999')
    expect((await run('workflows', 'delete', 'A copy')).code).toBe(2)
  })
})
