import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import type { ConnectionType } from '@hidesync/domain/workflows/definition'
import { layersOf } from '@hidesync/domain/workflows/layers'

/** Pixels of a step as it is drawn, and the room between. */
export const nodeSize = { width: 208, height: 72 }
const gap = { x: 40, y: 64 }

export interface DrawnStep {
  readonly step_id: number
  readonly x: number
  readonly y: number
}

export interface DrawnWay {
  readonly id: string
  readonly source: number
  readonly target: number
  readonly kind: ConnectionType
}

export interface Drawing {
  readonly steps: readonly DrawnStep[]
  readonly ways: readonly DrawnWay[]
}

/** Where everything of the map stands. It depends on the workflow alone, so that nothing moves while one works. */
export function drawingOf(workflow: CompiledWorkflow): Drawing {
  const places = layersOf(workflow)
  const widths: number[] = []
  for (const { layer } of places) widths[layer] = (widths[layer] ?? 0) + 1
  const across = nodeSize.width + gap.x
  return {
    steps: places.map(({ step_id, layer, column }) => ({
      step_id,
      x: (column - ((widths[layer] ?? 1) - 1) / 2) * across,
      y: layer * (nodeSize.height + gap.y),
    })),
    ways: workflow.connections.map(({ definition }) => ({
      id: `c${definition.id}`,
      source: definition.source_step_id,
      target: definition.target_step_id,
      kind: definition.connection_type,
    })),
  }
}
