import { chromium, type Browser } from 'playwright-core'
import { browserVariables } from './browser-variables.ts'

const plain = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real Chromium: the unpacked one, the one that CHROME_PATH names, or the Chrome that is installed. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const path = process.env[browserVariables.path]
  if (path === undefined)
    return await chromium.launch({ channel: 'chrome', args: [...plain, ...more] }).catch(() => {
      throw new Error('The tests found no Chrome. Install Google Chrome, or name a Chromium with CHROME_PATH.')
    })
  const libraries = process.env[browserVariables.libraries]
  const fonts = process.env[browserVariables.fonts]
  return await chromium.launch({
    executablePath: path,
    // The package's browser has no sandbox helper, and containers run as root.
    args: ['--no-sandbox', ...plain, ...more],
    env: {
      ...process.env,
      ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
      ...(fonts === undefined ? {} : { FONTCONFIG_PATH: fonts }),
    },
  })
}
