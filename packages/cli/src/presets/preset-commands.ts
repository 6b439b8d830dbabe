import type { Register } from '../command-line/context.ts'
import { registerExport } from './export.ts'
import { registerFrom } from './from.ts'
import { registerImport } from './import.ts'
import { registerPresetList } from './list.ts'

export const registerPresets: Register = (parent, open) => {
  const presets = parent
    .command('presets')
    .description('Presets: those of the installation, of files, and of other installations.')
  for (const register of [registerPresetList, registerImport, registerExport, registerFrom]) register(presets, open)
}
