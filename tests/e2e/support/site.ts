import { afterAll, beforeAll } from 'vitest'
import { startApp, type AppOptions, type Site } from './app.ts'
import { launchBrowser } from './browser.ts'

/** The server and the browser of a file of tests: started before the first, closed after the last. */
export function provideSite(options: AppOptions = {}): Site {
  let site: Site | undefined
  beforeAll(async () => {
    const [app, browser] = await Promise.all([startApp(options), launchBrowser()])
    site = { app, browser }
  })
  afterAll(async () => {
    await site?.browser.close()
    await site?.app.close()
  })
  const started = (): Site => {
    if (site === undefined) throw new Error('The site is there once the tests run.')
    return site
  }
  return {
    get app() {
      return started().app
    },
    get browser() {
      return started().browser
    },
  }
}
