import type { Client } from '@hidesync/contract/client'
import type { Locator, Page } from 'playwright-core'
import { alternate, type Comparison } from '../../../bench/compare.ts'
import { answerTo, framesOf, paintOf, plainPage } from './measures.ts'
import { advance, standing } from './player.ts'

/** What is compared with the plain page, in milliseconds: by how much it may be more, and how it is taken. */
export interface Figure {
  readonly name: string
  /** The most that `product / bare` may be. */
  readonly limit: number
  readonly take: (rounds: number) => Promise<Comparison>
}

const shows = (page: Page, text: string | RegExp) => () => page.getByText(text).first().waitFor()
const inStep = /^Step \d+ of \d+$/

/** How late the rooms that people open first show the most of what they have to show. */
export const paints = (page: Page, run: number): readonly Figure[] =>
  [
    { room: 'the bench', path: '/', text: /^Begin something new$/ },
    { room: 'the gallery', path: '/templates', text: /^\d+ templates$/ },
    { room: 'the player', path: `/runs/${run}`, text: inStep },
  ].map(({ room, path, text }) => ({
    name: `largest paint of ${room}`,
    limit: 6,
    take: rounds =>
      alternate(rounds, {
        product: () => paintOf(page, path, shows(page, text)),
        bare: () => paintOf(page, plainPage, shows(page, 'A plain page')),
      }),
  }))

/** How long it takes to answer what one does. */
export function answers(page: Page, run: number): readonly Figure[] {
  const player = async () => {
    await page.goto(`/runs/${run}`)
    await shows(page, inStep)()
    // What is answered is what one can do.
    await standing(page)
  }
  const line = page.getByRole('combobox', { name: 'Type a command' })
  const acts = [
    { name: 'completing a step', before: player, act: () => advance(page) },
    { name: 'opening a dialog', before: player, act: () => page.keyboard.press('Control+k') },
    { name: 'typing a command', before: () => player().then(() => line.focus()), act: () => page.keyboard.press('h') },
    {
      name: 'looking at a step of the map',
      before: async () => {
        await page.goto(`/runs/${run}?view=map`)
        // Not in the path beside it, which calls the step the same.
        const map = page.getByRole('region', { name: /^Steps from top to bottom/ })
        await map.getByRole('button', { name: /^5\. / }).focus()
      },
      act: () => page.keyboard.press('Enter'),
    },
    {
      name: 'changing the colours',
      before: async () => {
        await page.goto('/')
        await page.getByRole('button', { name: /^Account/ }).click()
        await page.getByRole('menu').waitFor()
      },
      act: () =>
        page
          .getByRole('menuitem', { name: /^(Dark|Light)$/ })
          .first()
          .click(),
    },
  ]
  return acts.map(({ name, before, act }) => ({
    name: `answer to ${name}`,
    limit: 4,
    take: rounds =>
      alternate(rounds, {
        product: async () => {
          await before()
          return await answerTo(page, act)
        },
        bare: async () => {
          await page.goto(plainPage)
          return await answerTo(page, () => page.getByRole('button').click())
        },
      }),
  }))
}

const entries = 5_000

/** Gives a run a long history: paused and gone on with again and again. */
export async function growLog(client: Client, run: number): Promise<void> {
  const batch = 500
  for (let sent = 0; sent < entries; sent += batch) {
    const commands = Array.from({ length: batch }, (_, index) => ({
      key: `entry-${sent + index}`,
      at: Date.now(),
      request: { type: index % 2 === 0 ? ('pause' as const) : ('resume' as const) },
    }))
    await client.offline.sync({ params: { id: run }, body: { commands } })
  }
}

/** Opens the log of a run that is long, and waits until all of it is there. */
export async function openLongLog(page: Page, run: number): Promise<Locator> {
  await page.goto(`/runs/${run}`)
  await page.getByRole('tab', { name: 'Log' }).click()
  const log = page.getByRole('log')
  await log.and(page.locator('[aria-busy=false]')).waitFor()
  return log
}

/** How many pictures are drawn while nothing happens, beside those while a long log scrolls. */
export const scrolling = (page: Page): Figure => ({
  name: 'scrolling through a log of 5,000 entries, time a picture',
  limit: 1.11,
  take: rounds =>
    alternate(rounds, {
      product: async () => 1_000 / (await framesOf(page, '[role=log]')),
      bare: async () => 1_000 / (await framesOf(page, null)),
    }),
})
