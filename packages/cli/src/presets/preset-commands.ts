import type { Register } from '../command-line/context.ts'
import { registerExport } from './export.ts'
import { registerFrom } from './from.ts'
import { registerImport } from './import.ts'
import { registerPresetList } from './list.ts'
import { registerSubscribe } from './subscriptions/subscribe.ts'
import { registerSubscriptions } from './subscriptions/subscriptions.ts'
import { registerUnsubscribe } from './subscriptions/unsubscribe.ts'
import { registerUpdate } from './subscriptions/update.ts'

const commands: readonly Register[] = [
  registerPresetList,
  registerImport,
  registerExport,
  registerFrom,
  registerSubscribe,
  registerSubscriptions,
  registerUpdate,
  registerUnsubscribe,
]

export const registerPresets: Register = (parent, open) => {
  const presets = parent
    .command('presets')
    .description('Presets: those of the installation, of files, and of other installations.')
  for (const register of commands) register(presets, open)
}
