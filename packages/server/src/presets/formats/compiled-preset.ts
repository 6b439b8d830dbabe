import type { Preset } from '@hidesync/domain/presets/preset'
import { presetToDefinition } from '@hidesync/domain/presets/preset-to-definition'
import { compile } from '@hidesync/domain/workflows/compile'
import type { CompiledOption, CompiledStep, CompiledWorkflow } from '@hidesync/domain/workflows/compiled'
import { evaluate } from '@hidesync/domain/workflows/condition'

/** A preset's graph as the engine follows it; ids of each kind count from 1 in the order of the file. */
export function compiledPreset(preset: Pick<Preset, 'workflow'>): CompiledWorkflow {
  const next: Record<string, number> = {}
  return compile(presetToDefinition(preset, kind => (next[kind] = (next[kind] ?? 0) + 1)))
}

/** The id of the connection that choosing the option takes; null: it takes none. */
export function connectionTaken(
  workflow: CompiledWorkflow,
  step: CompiledStep,
  { way, position, action }: CompiledOption,
): number | null {
  const idOf = (index: number | null | undefined) => workflow.connections[index ?? -1]?.definition.id ?? null
  if (way.type === 'connection') return idOf(way.connection)
  // A jump back is a loop under a key of its own.
  if (way.type === 'loop') return Number.isInteger(Number(way.loop.key)) ? Number(way.loop.key) : null
  if (way.type === 'jump') return null
  if (step.choiceByPosition !== null) return idOf(step.choiceByPosition[position])
  const holding = step.group.find(index => {
    const condition = workflow.connections[index]?.condition ?? null
    return condition !== null && evaluate(condition, action.set_variable)
  })
  return idOf(holding ?? step.groupDefault)
}
