import { photoCache } from '../src/offline/photo-cache.ts'
import type { AppFiles } from './app-files.ts'

/** Files that are named by their content: those of one version are good for the next one, as far as it has them. */
const parts = 'parts'
const shellOf = ({ version }: AppFiles) => `shell-${version}`

/** Which part of the app a file is, in every version: its address without the hash. */
const partOf = (address: string) => address.replace(/-[^/]{8}\.\w+$/, '')

/** All of them, or none. */
async function add(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(parts)
  const kept = await Promise.all(addresses.map(address => cache.match(address)))
  await cache.addAll(addresses.filter((_, index) => kept[index] === undefined))
}

export const keepRuns = (files: AppFiles): Promise<void> => add(files.ofRuns)

/** Fetches a version: what everybody needs, and what the one before had come to keep. Rejects unless all of it is there. */
export async function keepVersion(files: AppFiles): Promise<void> {
  const { plain, first, ofRuns, languages } = files
  const used = new Set((await (await caches.open(parts)).keys()).map(({ url }) => partOf(new URL(url).pathname)))
  const isUsed = (address: string) => used.has(partOf(address))
  await add([...first, ...languages.filter(isUsed), ...(ofRuns.some(isUsed) ? ofRuns : [])])
  const shell = await caches.open(shellOf(files))
  await shell.addAll(plain.map(address => new Request(address, { cache: 'no-cache' })))
}

/** Lets go what belongs to other versions. */
export async function dropOthers(files: AppFiles): Promise<void> {
  const { first, ofRuns, languages } = files
  const names = [parts, photoCache, shellOf(files)]
  const others = (await caches.keys()).filter(name => !names.includes(name))
  const cache = await caches.open(parts)
  const own = new Set([...first, ...ofRuns, ...languages])
  const old = (await cache.keys()).filter(({ url }) => !own.has(new URL(url).pathname))
  await Promise.all([...others.map(name => caches.delete(name)), ...old.map(request => cache.delete(request))])
}

/** The page, or what has a name that stays, as this version has it. */
export async function plainFile(files: AppFiles, address: string): Promise<Response> {
  const shell = await caches.open(shellOf(files))
  return (await shell.match(address)) ?? (await fetch(address))
}

/** A part of the app; kept from its first use on. */
export async function part(address: string): Promise<Response> {
  const cache = await caches.open(parts)
  const kept = await cache.match(address)
  if (kept !== undefined) return kept
  const answer = await fetch(address)
  // Where the device has no room it is not kept, but it is here.
  if (answer.ok) await cache.put(address, answer.clone()).catch(() => undefined)
  return answer
}
