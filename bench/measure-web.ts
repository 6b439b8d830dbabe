import { createClient } from '@hidesync/contract/client'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../tests/e2e/support/browser.ts'
import { answers, growLog, openLongLog, paints, scrolling, type Figure } from '../tests/e2e/support/figures.ts'
import { findBrowser } from '../tests/e2e/support/find-browser.ts'
import { watchPaints, withPlainPage } from '../tests/e2e/support/measures.ts'
import { fillSignIn } from '../tests/e2e/support/app.ts'
import { beginRun } from '../tests/e2e/support/player.ts'
import { productProgram, signIn } from './contestants.ts'
import type { Size } from './options.ts'
import { CleanUp } from './processes/clean-up.ts'
import { startServer } from './processes/server-process.ts'
import { atMost, row, type Row } from './result.ts'
import { seedPeople } from './seed/seed-people.ts'

/** The built web app in a real browser, beside the plainest page that the same server can send: how soon it paints, answers and scrolls. */
export async function measureWeb({ rounds }: Size): Promise<readonly Row[]> {
  const cleanUp = new CleanUp()
  cleanUp.onSignals()
  try {
    const folder = await mkdtemp(join(tmpdir(), 'hidesync-bench-web-'))
    cleanUp.add(() => rm(folder, { recursive: true, force: true }))
    const { webDir, remove } = withPlainPage(fileURLToPath(new URL('../dist/web', import.meta.url)))
    cleanUp.add(remove)
    const { url } = await startServer(productProgram({ DATA_DIR: folder, WEB_DIR: webDir }), cleanUp)
    const people = await seedPeople(url, 1)
    const headers = await signIn(url, people)
    const client = createClient({ baseUrl: url, headers: () => headers })
    const wallet = (await client.workflows.templates()).find(template => /Wallet/.test(template.name))
    if (wallet === undefined) throw new Error('The library has no wallet.')
    const { id } = await client.executions.start({ params: { id: wallet.id } })

    findBrowser()
    const browser = await launchBrowser()
    cleanUp.add(() => browser.close())
    const context = await browser.newContext({ baseURL: url, locale: 'en-GB', serviceWorkers: 'block' })
    const page = await context.newPage()
    await watchPaints(page)
    await page.goto('/')
    await fillSignIn(page, people.reader)
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor({ state: 'detached' })
    await beginRun(page, client, id)

    const rows: Row[] = []
    const take = async ({ name, limit, take: compare }: Figure) => {
      rows.push(row({ engine: 'none', name, unit: 'ms' }, await compare(rounds), atMost(limit)))
    }
    for (const figure of [...paints(page, id), ...answers(page, id)]) await take(figure)
    await growLog(client, id)
    await openLongLog(page, id)
    await take(scrolling(page))
    return rows
  } finally {
    await cleanUp.run()
  }
}
