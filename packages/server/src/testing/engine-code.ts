import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

// The types of Node 20 know its types alone.
const { WebAssembly: assembly } = globalThis as unknown as {
  readonly WebAssembly: { readonly compile: (code: Uint8Array) => Promise<object> }
}
let compiled: Promise<object> | undefined

/** Holds the embedded engine's compiled code: for as long as somebody does, none of its threads compiles it anew. */
export function keepEngineCode(): Promise<object> {
  const folder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  return (compiled ??= readFile(join(folder, 'pglite.wasm')).then(code => assembly.compile(code)))
}
