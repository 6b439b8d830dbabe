import { readPreset } from '@hidesync/domain/presets/read-preset'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of the library, read. */
export interface LibraryFile {
  readonly file: string
  /** What it holds, as JSON. */
  readonly value: unknown
}

/** One entry of the library, as the contract shows it. */
export interface LibraryEntry {
  readonly file: string
  readonly name: string
  readonly description: string | null
  readonly difficulty: string | null
  readonly estimated_time: number | null
  readonly tags: string[]
  readonly category: string | null
  readonly step_count: number
}

/** The presets that come with the installation: the JSON files of one directory. */
export class PresetLibrary {
  readonly #directory: string

  constructor(directory: string) {
    this.#directory = directory
  }

  /** All files that are JSON, by name. A directory that is not there holds none. */
  async files(): Promise<readonly LibraryFile[]> {
    const names = await readdir(this.#directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    const files = await Promise.all(
      names
        .filter(name => name.endsWith('.json'))
        .toSorted()
        .map(async file => {
          const text = await readFile(join(this.#directory, file), 'utf8')
          try {
            return [{ file, value: JSON.parse(text) as unknown }]
          } catch {
            return []
          }
        }),
    )
    return files.flat()
  }

  /** What the files that are presets offer; one that is none is left out. */
  async list(): Promise<LibraryEntry[]> {
    const files = await this.files()
    return files.flatMap(({ file, value }) => {
      const reading = readPreset(value)
      if (!reading.ok) return []
      const { preset_info, workflow } = reading.preset
      return [{ file, ...preset_info, tags: [...preset_info.tags], step_count: workflow.steps.length }]
    })
  }
}
