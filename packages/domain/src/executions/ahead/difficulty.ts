import type { CompiledStep } from '../../workflows/compiled.ts'

/** What a step asks of a person's skill: waiting and arriving ask nothing, a tool or a check twice what reading asks. */
const pointsOfType: Readonly<Record<string, number>> = {
  time: 0,
  milestone: 0,
  outcome: 0,
  tool: 2,
  quality_check: 2,
}

/**
 * Points of a step: 1, or what its type says (0 for waits, milestones and outcomes, 2 for tools and checks), one more for each
 * warning, and one for each full hour of work. They add up along a path.
 */
export function difficultyPoints({ definition, kind, duration }: CompiledStep): number {
  const type = pointsOfType[definition.step_type] ?? 1
  return type + definition.warnings.length + (kind === 'time' ? 0 : Math.floor(duration / 60))
}

const hardest = 10

/** 1 to 10: one more whenever the points of a path double. A few steps with a tool are a 4; 500 points and more are a 10. */
export const difficultyScore = (points: number): number => Math.min(hardest, 1 + Math.round(Math.log2(1 + points)))
