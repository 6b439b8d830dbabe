import type { TimerOfRun } from '@hidesync/contract/executions/timer.schemas'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp()
})
afterAll(() => place.close())

const timers = (...args: string[]) => place.cli.run(['timers', ...args])
const listed = async () => (await timers('list', '--json')).json() as readonly TimerOfRun[]

describe('hidesync timers', () => {
  it('starts, lists, pauses, extends and stops timers of the open runs, by label or number', async () => {
    expect((await timers()).stdout).toContain('No timer runs.')
    const id = await place.startBox('Timers')
    const started = await timers('start', '30', 'Second', 'coat', '--step', 'let glue')
    expect([started.code, started.stdout.trim()]).toEqual([0, `Started a timer of 30 min in run ${id}.`])
    await timers('start', '90', '--run', String(id))
    expect(await listed()).toMatchObject([
      { label: 'Second coat', step_name: 'Let glue set', minutes: 30, status: 'running', execution_id: id },
      { label: '', step_name: null, minutes: 90 },
    ])
    expect((await timers()).stdout).toMatch(/1 +Second coat +(30:00|29:\d\d) +running/)

    expect((await timers('pause', 'second')).stdout).toContain('Paused “Second coat”.')
    expect((await timers('extend', 'second', '5')).stdout).toContain('“Second coat” has 5 min more.')
    expect((await listed()).find(({ label }) => label !== '')).toMatchObject({ status: 'paused', minutes: 35 })
    expect((await timers('extend', 'second', '30', '--less')).code).toBe(0)
    expect((await timers('resume', 'second')).code).toBe(0)
    expect((await listed())[0]).toMatchObject({ status: 'running', minutes: 5 })
    expect((await timers('stop', '2')).stdout).toContain('Stopped “Timer”.')
    expect(await listed()).toHaveLength(1)
  })

  it('says what is wrong: a timer that is not there, minutes that are none', async () => {
    const { code, stderr } = await timers('stop', 'kettle')
    expect([code, stderr.includes('There is no timer whose name begins with “kettle”.')]).toEqual([4, true])
    expect((await timers('start', 'soon')).code).toBe(2)
    expect((await timers('start', '0')).code).not.toBe(0)
  })
})
