import { readCustomStepType } from '@hidesync/domain/step-types/read-custom'
import { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import type { CustomStepType } from '@hidesync/domain/step-types/step-type'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A module of STEP_TYPE_MODULES that cannot be used; its message is the sentence for whoever starts the server. */
export class StepTypeModuleError extends Error {
  override readonly name = 'StepTypeModuleError'
}

const refuse = (path: string, why: string): never => {
  throw new StepTypeModuleError(
    `The step type module ${path} can't be used: ${why}. See docs/step-types.md, or take it out of STEP_TYPE_MODULES.`,
  )
}

async function loadOne(path: string): Promise<CustomStepType> {
  const file = resolve(path)
  if (!existsSync(file)) return refuse(path, 'there is no such file')
  let loaded: Record<string, unknown>
  try {
    loaded = (await import(pathToFileURL(file).href)) as Record<string, unknown>
  } catch (error) {
    return refuse(path, `it failed while it was loaded: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!Object.hasOwn(loaded, 'stepType')) return refuse(path, 'it has no export named “stepType”')
  const read = readCustomStepType(loaded['stepType'])
  return read.ok ? read.type : refuse(path, read.problem)
}

/** Loads the step types that an installation brings. Throws `StepTypeModuleError` at the first that is not as it has to be. */
export async function loadStepTypes(paths: readonly string[]): Promise<StepTypeRegistry> {
  const registry = new StepTypeRegistry()
  for (const path of paths) {
    const type = await loadOne(path)
    if (registry.custom.some(({ code }) => code === type.code))
      refuse(path, `another module brings the step type “${type.code}” already`)
    registry.register(type)
  }
  return registry
}
