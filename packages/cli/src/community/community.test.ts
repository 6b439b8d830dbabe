import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { TestUser } from '@hidesync/server/testing/test-app'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

let place: CliApp
let ben: TestUser
let id: number
beforeAll(async () => {
  place = await openCliApp()
  ben = await place.app.createUser({ display_name: 'Ben' })
  id = await place.importBox('Box for all')
})
afterAll(() => place.close())

const api = () => place.app.client(place.app.admin.token)
const asBen = () => ({ environment: place.as(ben) })
const workflows = (...args: string[]) => place.cli.run(['workflows', ...args])

describe('hidesync workflows share', () => {
  it('lets a person in and out, at once', async () => {
    const shared = await workflows('share', String(id), ben.email, '--permission', 'read')
    expect(shared).toMatchObject({ code: 0, stdout: expect.stringContaining('can see it now.') })
    expect((await place.cli.run(['workflows', 'show', String(id)], asBen())).code).toBe(0)
    const shares = await workflows('shares', String(id), '--json')
    expect(shares.json()).toEqual(await api().sharing.list({ params: { id } }))
    expect((await workflows('shares', String(id))).stdout).toContain('read')
    expect(await workflows('unshare', String(id), String(ben.id))).toMatchObject({ code: 0 })
    expect((await place.cli.run(['workflows', 'show', String(id)], asBen())).code).toBe(4)
    const again = await workflows('unshare', String(id), String(ben.id))
    expect(again.code).toBe(4)
    expect(again.stderr).toContain(`hidesync workflows shares ${id}`)
  })

  it('wants one person or one workshop', async () => {
    expect((await workflows('share', String(id))).code).toBe(2)
    expect((await workflows('share', String(id), ben.email, '--workshop', '1')).code).toBe(2)
  })
})

describe('hidesync workflows rate and comment', () => {
  it('keeps one rating a person, and what they say', async () => {
    await api().workflows.publish({ params: { id } })
    const rated = await place.cli.run(['workflows', 'rate', String(id), '4'], asBen())
    expect(rated).toMatchObject({ code: 0, stdout: 'You gave it 4 stars. It has 4 of 5 stars, from 1 person.\n' })
    const own = await workflows('rate', String(id), '5', '--json')
    expect([own.code, own.error().code.split('.').length]).toEqual([expect.any(Number), 2])
    expect(own.code).not.toBe(0)
    await place.cli.run(['workflows', 'unrate', String(id)], asBen())
    expect((await workflows('rate', String(id))).stdout).toBe('Nobody has rated it.\n')

    const said = await place.cli.run(['workflows', 'comment', String(id), '-'], {
      ...asBen(),
      input: 'Glue it twice.\nThen wait.\n',
    })
    expect(said.stdout).toMatch(/^Said, as comment \d+\.\n$/)
    const { stdout } = await workflows('comments', String(id))
    expect(stdout).toMatch(/^Ben .*\nGlue it twice\.\nThen wait\.\n/)
    expect(stdout).toContain('1–1 of 1.')
    const comment = /comment (\d+)/.exec(stdout)?.[1] ?? ''
    expect(await workflows('uncomment', String(id), comment)).toMatchObject({ code: 0 })
    expect((await workflows('comments', String(id))).stdout).toBe('Nobody has said anything about it.\n')
  })
})

describe('hidesync workflows facets and statistics', () => {
  it('count what there is, and what became of it', async () => {
    const facets = await workflows('facets', 'box', '--tag', 'none such')
    expect(facets).toMatchObject({ code: 0, stdout: '0 workflows.\n' })
    const all = await workflows('facets', '--json')
    expect(all.json()).toEqual(await api().workflows.facets())
    expect((await workflows('facets', 'box')).stdout).toMatch(/^1 workflow\.\n/)
    expect((await workflows('statistics', String(id))).stdout).toBe('It was never started.\n')
    await api().executions.start({ params: { id } })
    expect((await workflows('statistics', 'Box for')).stdout).toContain('Started 1 time, completed 0 times.')
  })
})

describe('hidesync projects', () => {
  it('makes, lists, renames and deletes them', async () => {
    expect((await place.cli.run(['projects', 'list'])).stdout).toContain('There are no projects yet.')
    const made = await place.cli.run(['projects', 'create', 'Spring market', '--json'])
    const { id: project } = made.json() as { id: number }
    const twice = await place.cli.run(['projects', 'create', 'Spring market'])
    expect(twice.code).toBe(5)
    const renamed = await place.cli.run(['projects', 'rename', 'spring', 'Autumn market'])
    expect(renamed).toMatchObject({ code: 0, stdout: `Project ${project} is “Autumn market” now.\n` })
    expect((await place.cli.run(['projects', 'list'])).stdout).toMatch(/Autumn market +0 +0/)
    expect((await place.cli.run(['projects', 'delete', 'Autumn market'])).code).toBe(0)
    expect((await api().projects.list()).total).toBe(0)
  })
})
