import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { join } from 'node:path'
import { displayWidth } from '../../terminal/display-width.ts'
import { type CliApp, openCliApp } from '../../testing/cli-app.ts'
import { openScreen, type Screen } from '../../testing/open-screen.ts'

// Each test runs a process in a pseudo-terminal.
vi.setConfig({ testTimeout: 60_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp({ samples: true })
})
afterAll(() => place.close())

const api = () => place.app.client(place.app.admin.token)

interface Options {
  readonly columns?: number
  readonly rows?: number
  readonly environment?: Readonly<Record<string, string>>
}

function sit(args: readonly string[], { columns = 80, rows = 24, environment = {} }: Options = {}): Screen {
  const screen = openScreen([join(place.cli.home, 'hidesync.mjs'), 'play', ...args], {
    columns,
    rows,
    environment: {
      HOME: place.cli.home,
      XDG_CONFIG_HOME: join(place.cli.home, 'config'),
      HIDESYNC_SERVER: place.app.url,
      HIDESYNC_TOKEN: place.app.admin.token,
      ...environment,
    },
  })
  onTestFinished(() => screen.close())
  return screen
}

const startSample = async (name: string): Promise<number> => {
  const { items } = await api().workflows.list({ query: { search: name } })
  return (await api().executions.start({ params: { id: items[0]!.id } })).id
}

/** Waits until the prompt stands alone, so that what is typed next is heard as one line. */
const asks = (screen: Screen): Promise<void> =>
  screen.until(() => screen.cursor().row === '>' && screen.cursor().column === 2)

describe('the player on a screen', () => {
  it('shows a whole scene at 80 columns and 24 rows: title, bar, warnings, what one sees, the ways on and the prompt', async () => {
    const id = await startSample('Basic Leather Wallet')
    const screen = sit([String(id)])
    await asks(screen)
    screen.type('done\r')
    await screen.shows('Spread the contact cement')
    await asks(screen)
    const rows = screen.rows()
    const text = rows.join('\n')
    expect(text).toMatch(new RegExp(`Basic Leather Wallet · run ${id} +[█░]{20}`))
    expect(text).toMatch(/Step 2 · 8% done · about [\w ]+ left/)
    expect(text).toContain('2. Cut the five pieces · milestone · about 50 minutes\n! Fresh blade')
    expect(text).toContain('You see: Vegetable Tanned Leather, 0.75 square feet')
    expect(text).toContain('Exits: done, on to “Spread the contact cement” (1)')
    expect(rows.at(-1)?.trimEnd()).toBe('>')
    expect(screen.raw()).toContain('\u001b[1m')
  })

  it('reads on with “more”, a screen at a time', async () => {
    const screen = sit([String(await startSample('Basic Leather Wallet'))], { rows: 16 })
    await screen.shows('there is more to read: say “more”')
    await asks(screen)
    screen.type('more\r')
    await screen.shows('In more detail:')
    await asks(screen)
    for (const row of screen.rows()) expect(displayWidth(row)).toBeLessThanOrEqual(80)
  })

  it('brings back what was said with the arrow keys, and takes it when Enter is pressed', async () => {
    const screen = sit([String(await place.startBox('Arrows'))])
    await asks(screen)
    screen.type('where am I?\r')
    await screen.shows('You are at step 1,')
    await asks(screen)
    screen.type('status\r')
    await screen.shows('0 of at most 8 steps')
    await asks(screen)
    screen.type('\u001b[A\u001b[A')
    await screen.until(() => screen.cursor().row === '> where am I?')
    screen.type('\r')
    await screen.until(() => screen.all().replaceAll(/\s+/g, ' ').split('You are at step 1,').length === 4)
    expect(screen.all().split('> where am I?')).toHaveLength(3)
  })

  it('rings when a timer ends and says which, and leaves what is being typed as it is', async () => {
    const id = await place.startBox('Ringing')
    await api().timers.start({ params: { id }, body: { timer_id: 'glue', minutes: 15 / 60, label: 'Glue' } })
    await api().timers.start({ params: { id }, body: { timer_id: 'tea', minutes: 15 / 60, label: 'Tea' } })
    const screen = sit([String(id)])
    await asks(screen)
    screen.type('note the gr')
    await screen.until(() => screen.cursor().row === '> note the gr')
    await screen.shows('Time is up: “Glue”.\nTime is up: “Tea”.\n> note the gr')
    await screen.until(() => screen.cursor().column === '> note the gr'.length)
    expect(screen.bells()).toBeGreaterThan(0)
    expect(screen.all().split('> note the gr')).toHaveLength(2)
    screen.type('ain runs along\r')
    await screen.shows('Noted for “Cut boards”')
    const { step_executions } = await api().executions.get({ params: { id } })
    expect(step_executions?.[0]?.notes).toContain('the grain runs along')
  })

  it('counts down while one waits, until the time is up or Enter is pressed', async () => {
    const id = await place.startBox('Counting')
    await api().timers.start({ params: { id }, body: { timer_id: 'glue', minutes: 30, label: 'Glue' } })
    const screen = sit([String(id)])
    await asks(screen)
    screen.type('wait\r')
    await screen.until(() => /29:\d\d left/.test(screen.cursor().row))
    screen.type('\r')
    await screen.shows('You stop waiting;')
    await asks(screen)
    expect(screen.all()).toMatch(/You stop waiting; [\w ]+ to go\.\n>/)
  })

  it('goes by the new width once the window is resized', async () => {
    const screen = sit([String(await startSample('Basic Leather Wallet'))], { rows: 60 })
    await asks(screen)
    screen.resize(40, 60)
    screen.type('map\r')
    await screen.until(() => /· ruled out|ruled out\n> $/.test(screen.all()) || screen.all().includes('ruled out'))
    await asks(screen)
    screen.type('look\r')
    await screen.until(() => screen.rows().some(row => row.startsWith('Step 1 · 0% done')))
    await asks(screen)
    const scene = screen.rows().slice(screen.rows().findIndex(row => row.startsWith('> look')) + 1)
    for (const row of scene) expect(displayWidth(row)).toBeLessThanOrEqual(40)
    expect(scene.join('\n')).toContain('Exits: done, on to')
  })

  it('leaves on Ctrl-C with exit code 130, and says how to come back', async () => {
    const id = await place.startBox('Interrupted on a screen')
    const screen = sit([String(id)])
    await asks(screen)
    screen.type('don\u0003')
    expect(await screen.end).toBe(130)
    await screen.shows(`Come back with: hidesync play ${id}`)
    expect((await api().executions.get({ params: { id } })).progress.completed_steps).toBe(0)
  })

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['a dumb terminal', { TERM: 'dumb' }],
  ])('has no colours with %s', async (_, environment) => {
    const screen = sit([String(await place.startBox(`Colourless ${Object.keys(environment).join('')}`))], {
      environment,
    })
    await asks(screen)
    // oxlint-disable-next-line no-control-regex -- looking for colours is the test
    expect(screen.raw()).not.toMatch(/\u001b\[[0-9;]*m/)
  })

  it('is told in sentences with --plain, without signs that are only to be seen', async () => {
    const screen = sit([String(await place.startBox('Heard')), '--plain'])
    await asks(screen)
    screen.type('map\r')
    await screen.shows('you are here')
    await asks(screen)
    expect(screen.all()).toContain('You are at step 1, “Cut boards”.')
    expect(screen.all()).not.toMatch(/[█░▶◄│├·]/u)
  })
})
