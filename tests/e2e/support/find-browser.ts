import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { browserVariables } from './browser-variables.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Where the unpacked browser of the package lies; the name changes with its version. */
function cacheFolder(): string {
  const manifest = join(root, 'node_modules/@sparticuz/chromium/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return join(root, 'node_modules/.cache', `chromium-${version}`)
}

/**
 * Unpacks the browser once, next to its final place and renamed in one move: the package's own unpacking is not atomic, and its
 * font settings point elsewhere. In a child process, because importing the package changes the environment.
 */
function unpackBrowser(): string {
  const folder = cacheFolder()
  if (existsSync(join(folder, 'chromium'))) return folder
  const parts = `${folder}.${process.pid}`
  mkdirSync(parts, { recursive: true })
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`],
    // With this name set it unpacks the libraries that it needs, too.
    {
      cwd: root,
      env: { ...process.env, TMPDIR: parts, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  writeFileSync(
    join(parts, 'fonts/fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  )
  if (existsSync(folder)) rmSync(parts, { recursive: true })
  else renameSync(parts, folder)
  return folder
}

/** Finds a browser for `launchBrowser()`: the one that CHROME_PATH names, or the package's, unpacked once. */
export function findBrowser(): void {
  const given = process.env['CHROME_PATH']
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROME_PATH names ${given}, and there is no such file.`)
    process.env[browserVariables.path] = given
    return
  }
  // Elsewhere the tests use the Chrome that is installed.
  if (process.platform !== 'linux' || process.arch !== 'x64') return
  const folder = unpackBrowser()
  process.env[browserVariables.path] = join(folder, 'chromium')
  process.env[browserVariables.libraries] = join(folder, 'al2023/lib')
  process.env[browserVariables.fonts] = join(folder, 'fonts')
}
