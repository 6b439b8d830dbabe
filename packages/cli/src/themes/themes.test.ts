import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp()
})
afterAll(() => place.close())

const themes = (...args: string[]) => place.cli.run(['themes', ...args])
const api = () => place.app.client(place.app.admin.token)

describe('hidesync themes', () => {
  it('makes a theme, changes what is stated of it, shows and removes it', async () => {
    const made = await themes(
      'create',
      'Indigo',
      '--primary',
      '#2f3c7e',
      '--accent',
      '#E0A526',
      '--step',
      'tool=#4A5568',
    )
    expect(made.stdout).toMatch(/^Made theme \d+, “Indigo”\.\n$/)
    const id = Number(/\d+/.exec(made.stdout)?.[0])
    const changed = await themes(
      'change',
      'indi',
      '--step',
      'time=#777777',
      '--icons',
      'craft',
      '--name',
      'Deep Indigo',
    )
    expect(changed.stdout).toBe(`Changed theme ${id}, “Deep Indigo”.\n`)
    const params = { id }
    expect(await api().themes.get({ params })).toMatchObject({
      icon_set: 'craft',
      color_scheme: { primary: '#2F3C7E', accent: '#E0A526', step_types: { tool: '#4A5568', time: '#777777' } },
    })
    await themes('change', `${id}`, '--accent', 'none', '--step', 'tool=none')
    const after = await api().themes.get({ params })
    expect(after.color_scheme).toEqual({
      version: 1,
      primary: '#2F3C7E',
      accent: null,
      step_types: { time: '#777777' },
    })
    const shown = await themes('show', 'Deep')
    expect(shown.stdout).toContain(`Theme ${id} · made by a person · icons: craft · 0 workflows`)
    expect(shown.stdout).toMatch(/primary +#2F3C7E +#[0-9A-F]{6} +#[0-9A-F]{6} +\d+\.\d\d/)
    expect((await themes('show', `${id}`, '--json')).json()).toEqual(after)
    expect((await themes('list')).stdout).toMatch(new RegExp(`${id} +Deep Indigo +#2F3C7E +– +craft +yours`))
    expect(await themes('remove', `${id}`)).toMatchObject({ code: 2 })
    expect(await themes('remove', `${id}`, '--yes')).toMatchObject({
      code: 0,
      stdout: 'The theme “Deep Indigo” is gone.\n',
    })
    expect((await themes('show', `${id}`)).code).toBe(4)
  })

  it.each([
    [['create', 'Grey'], 2, 'Give the main colour with --primary'],
    [['create', 'Grey', '--primary', 'grey'], 2, 'has to be a colour such as “#8A4B16”'],
    [['create', 'Grey', '--primary', '#777777', '--step', 'tool'], 2, 'Give type=colour, such as tool=#4A5568.'],
    [['create', 'Grey', '--primary', '#777777', '--icons', 'tiny'], 2, 'Allowed choices are line'],
    [['change', '1'], 2, 'Say what changes'],
    [['change', '99999', '--name', 'x'], 4, 'There is no theme 99999.'],
    [['show', 'nowhere'], 4, 'There is no theme whose name begins with “nowhere”.'],
  ])('refuses %j', async (args, code, text) => {
    const result = await themes(...args)
    expect(result.code).toBe(code)
    expect(result.stderr.replace(/\s+/g, ' ')).toContain(text)
  })

  it('leaves the themes of the system to superusers', async () => {
    const member = await place.app.createUser()
    const system = (await api().themes.list()).find(theme => theme.is_system)
    const asMember = { environment: place.as(member) }
    const refused = await place.cli.run(['themes', 'change', `${system?.id}`, '--name', 'Mine'], asMember)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('belongs to the system')
  })
})
