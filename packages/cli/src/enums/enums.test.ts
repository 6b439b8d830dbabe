import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp()
})
afterAll(() => place.close())

const enums = (...args: string[]) => place.cli.run(['enums', ...args])
const params = { type: 'workflow_step_type' }
const valueOf = async (code: string) =>
  (await place.app.client(place.app.admin.token).enums.list({ params, query: { texts: true } })).find(
    value => value.code === code,
  )

describe('hidesync enums', () => {
  it('adds a value, names it in another language, and removes it', async () => {
    const added = await enums('add', 'step_type', 'glue_up', 'Glue-up', '--description', 'Bring parts together.')
    expect(added).toMatchObject({ code: 0, stdout: 'Added “Glue-up” (glue_up).\n' })
    const german = await enums('change', 'step_type', 'glue_up', '--text', 'Verleimen', '--locale', 'de')
    expect(german.stdout).toBe('Changed “Verleimen” (glue_up).\n')
    await enums('change', 'step_type', 'glue_up', '--description', 'Teile verbinden.', '--locale', 'de')
    await enums('change', 'step_type', 'glue_up', '--order', '3')
    expect(await valueOf('glue_up')).toMatchObject({
      display_text: 'Glue-up',
      description: 'Bring parts together.',
      display_order: 3,
      texts: { de: { display_text: 'Verleimen', description: 'Teile verbinden.' } },
    })
    expect((await enums('list', 'step_type')).stdout).toMatch(/glue_up +Glue-up +own +en de/)
    expect((await enums('list', 'workflow_step_type', '--locale', 'de')).stdout).toMatch(/glue_up +Verleimen/)
    await enums('remove', 'step_type', 'glue_up', '--locale', 'de')
    expect(await valueOf('glue_up')).toMatchObject({ texts: {} })
    expect(await enums('remove', 'step_type', 'glue_up')).toMatchObject({ code: 0, stdout: '“glue_up” is gone.\n' })
    expect(await valueOf('glue_up')).toBeUndefined()
  })

  it('gives the API’s documents with --json', async () => {
    const client = place.app.client(place.app.admin.token)
    const list = await enums('list', 'status', '--json')
    expect(list.json()).toEqual(
      await client.enums.list({ params: { type: 'workflow_status' }, query: { texts: true } }),
    )
  })

  it.each([
    [['list', 'colours'], 2, 'There are step_type, status, connection_type, execution_status.'],
    [['add', 'step_type', 'tool', 'Tool'], 5, 'There is a value “tool” in workflow_step_type already'],
    [['add', 'step_type', 'Glue Up', 'Glue'], 2, 'small letters'],
    [['add', 'step_type', 'glue', 'Leimen', '--locale', 'de'], 2, 'Add it in English first'],
    [['change', 'step_type', 'tool'], 2, 'Say what changes: --text, --description or --order.'],
    [['change', 'step_type', 'nothing', '--text', 'x'], 4, 'There is no value “nothing”'],
    [
      ['change', 'step_type', 'tool', '--description', 'x', '--locale', 'gsw'],
      2,
      'has no text in gsw yet: give --text.',
    ],
    [['remove', 'step_type', 'tool'], 5, 'belongs to the system and stays'],
  ])('refuses %j', async (args, code, text) => {
    const result = await enums(...args)
    expect(result.code).toBe(code)
    expect(result.stderr.replace(/\s+/g, ' ')).toContain(text)
  })

  it('is for superusers where it changes something', async () => {
    const member = await place.app.createUser()
    const asMember = { environment: place.as(member) }
    expect((await place.cli.run(['enums', 'list', 'step_type'], asMember)).code).toBe(0)
    expect((await place.cli.run(['enums', 'remove', 'step_type', 'tool'], asMember)).code).toBe(1)
  })
})
