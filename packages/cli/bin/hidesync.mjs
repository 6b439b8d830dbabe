#!/usr/bin/env node
// Runs the bundle of the terminal client if it is built and no source is newer, else the sources themselves.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../../', import.meta.url)
const bundle = new URL('dist/hidesync.mjs', root)
const sources = ['cli', 'mcp', 'contract', 'domain'].map(name => fileURLToPath(new URL(`packages/${name}/src`, root)))

const changedSince = (folder, time) =>
  readdirSync(folder, { withFileTypes: true }).some(entry => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? changedSince(path, time) : statSync(path).mtimeMs > time
  })

const built = existsSync(bundle) && !sources.some(folder => changedSince(folder, statSync(bundle).mtimeMs))
if (!built) (await import('tsx/esm/api')).register()
await import(built ? bundle.href : new URL('../src/main.ts', import.meta.url).href)
