import type { PGlite, postgresMod } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs'

interface OpenFile {
  /** The real descriptor; folders have none. */
  readonly nfd?: number
  readonly node: unknown
}
interface NodeFileSystem {
  readonly stream_ops: { fsync?: (stream: OpenFile) => number }
  readonly realPath: (node: unknown) => string
}
type ModuleOptions = Partial<postgresMod.PostgresMod>

/** Files on disk, with the fsync that the engine's own file system leaves out: without it a power cut loses commits. */
export class DurableNodeFS extends NodeFS {
  /** How often something was synced so far. */
  syncs = 0

  override async init(database: PGlite, options: ModuleOptions): Promise<{ emscriptenOpts: ModuleOptions }> {
    const { emscriptenOpts } = await super.init(database, options)
    const addSync = (mod: { readonly NODEFS: unknown }) => {
      const files = mod.NODEFS as NodeFileSystem
      files.stream_ops.fsync = stream => {
        this.syncs++
        if (stream.nfd === undefined) syncFolder(files.realPath(stream.node))
        else fdatasyncSync(stream.nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } }
  }
}

function syncFolder(path: string) {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
