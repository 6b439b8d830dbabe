import type { ColorScheme } from './color-scheme.ts'
import { derive } from './derive.ts'
import type { Hex } from './color.ts'

/** The colours of a scheme by the name under which style sheets use them: `wf`, `wf-accent`, `step-quality-check`. */
export const themeColors = ({ primary, accent, step_types }: ColorScheme): readonly (readonly [string, Hex])[] => [
  ['wf', primary],
  ['wf-accent', accent ?? primary],
  ...Object.entries(step_types).map(([code, color]) => [`step-${code.replaceAll('_', '-')}`, color] as const),
]

/** The custom properties that show a theme, each with its value for light and for dark. */
export function themeVars(scheme: ColorScheme): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {}
  for (const [name, color] of themeColors(scheme)) {
    const [light, dark] = [derive(color, 'light'), derive(color, 'dark')]
    for (const use of ['fg', 'tint', 'solid'] as const)
      variables[`--${name}-${use}`] = `light-dark(${light[use]}, ${dark[use]})`
  }
  return variables
}
