import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp({ samples: true })
  await place.importBox('Box of oak')
  await place.importBox('Box of pine')
})
afterAll(() => place.close())

/** The library's presets, and the two boxes. */
const total = async () => (await api().workflows.list()).total
const api = () => place.app.client(place.app.admin.token)

describe('hidesync workflows list', () => {
  it('shows what there is, with how many', async () => {
    const { code, stdout } = await place.cli.run(['workflows', 'list', '--order-by', 'name'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Basic Leather Wallet +published +beginner +4 h +12/)
    const count = await total()
    expect(stdout).toContain(`1–${count} of ${count}.`)
  })

  it('gives the page of the API with --json', async () => {
    const result = await place.cli.run(['workflows', 'list', '--limit', '2', '--order-by', 'name', '--json'])
    expect(result.json()).toEqual(await api().workflows.list({ query: { limit: 2, order_by: 'name' } }))
  })

  it('pages, and says how to see the next', async () => {
    const first = await place.cli.run(['workflows', 'list', '--limit', '3'])
    expect(first.stdout).toContain(`1–3 of ${await total()}. The next: --offset 3`)
    const beyond = await place.cli.run(['workflows', 'list', '--offset', '99'])
    expect(beyond).toMatchObject({
      code: 0,
      stdout: `There is nothing from 99 on: there are ${await total()} workflows in all.\n`,
    })
  })

  it('filters', async () => {
    const { stdout } = await place.cli.run([
      'workflows',
      'list',
      '--category',
      'woodworking',
      '--difficulty',
      'intermediate',
    ])
    expect(stdout).toContain('Simple Wooden Box')
    expect(stdout).not.toContain('Wallet')
    const none = await place.cli.run(['workflows', 'list', '--status', 'archived'])
    expect(none).toMatchObject({ code: 0, stdout: 'There are no workflows like that yet.\n' })
  })

  it('refuses what the API refuses, as wrong usage', async () => {
    const result = await place.cli.run(['workflows', 'list', '--limit', '1000'])
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('limit')
  })
})

describe('hidesync workflows search', () => {
  it('finds by words', async () => {
    const { code, stdout } = await place.cli.run(['workflows', 'search', 'leather', 'wallet'])
    expect(code).toBe(0)
    expect(stdout).toContain('Basic Leather Wallet')
    expect(stdout).toContain('1–1 of 1.')
  })

  it('says what nothing fits', async () => {
    const { code, stdout } = await place.cli.run(['workflows', 'search', 'zeppelin'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Nothing fits “zeppelin”.\n' })
  })
})

describe('hidesync workflows show', () => {
  it('tells what you get, what you need and the steps, found by the beginning of its name', async () => {
    const { code, stdout } = await place.cli.run(['workflows', 'show', 'basic leather w'])
    expect(code).toBe(0)
    for (const part of [
      'Basic Leather Wallet',
      'What you get',
      'What you need',
      'Steps\n   1. ',
      'Start it with: hidesync start',
    ])
      expect(stdout).toContain(part)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('gives the workflow of the API with --json', async () => {
    const result = await place.cli.run(['workflows', 'show', 'Simple Wooden', '--json'])
    const { id } = result.json() as { id: number }
    expect(result.json()).toEqual(await api().workflows.get({ params: { id } }))
  })

  it('lists the candidates where the name fits several', async () => {
    const { code, stderr } = await place.cli.run(['workflows', 'show', 'box of'])
    expect(code).toBe(2)
    expect(stderr).toContain('“box of” fits 2 workflows.')
    expect(stderr).toMatch(/\d {2}Box of oak/)
    expect(stderr).toMatch(/\d {2}Box of pine/)
  })

  it.each([['999999'], ['zeppelin']])('is exit code 4 for %s', async text => {
    const result = await place.cli.run(['workflows', 'show', text, '--json'])
    expect(result.code).toBe(4)
    expect(result.error().code).toMatch(/not_found$/)
  })

  it("does not tell another's private workflow from one that does not exist", async () => {
    const stranger = await place.app.createUser()
    const { items } = await api().workflows.list({ query: { search: 'Box of oak' } })
    const result = await place.cli.run(['workflows', 'show', String(items[0]!.id)], { environment: place.as(stranger) })
    expect(result.code).toBe(4)
  })
})
