import type { Theme } from '@hidesync/contract/themes/theme.schemas'
import { cleanLine } from '../terminal/clean-text.ts'
import { table } from '../terminal/table.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural, sayCode } from '../terminal/words.ts'
import { wrap, wrapProse } from '../terminal/wrap.ts'

/** What a colour is for, as people say it: `step-quality_check` is “quality check”. */
const purpose = (name: string): string =>
  name === 'wf' ? 'primary' : name === 'wf-accent' ? 'accent' : sayCode(name.replace(/^step-/, ''))

/** A theme as its maker wants to know it. */
export function describeTheme(terminal: Terminal, theme: Theme): string {
  const { name, id, description, icon_set, is_system, workflow_count, color_scheme, derived } = theme
  const { width, style } = terminal
  const chosen: Readonly<Record<string, string | null>> = {
    wf: color_scheme.primary,
    'wf-accent': color_scheme.accent,
    ...Object.fromEntries(Object.entries(color_scheme.step_types).map(([type, colour]) => [`step-${type}`, colour])),
  }
  return [
    ...wrap(cleanLine(name), width).map(style.strong),
    `Theme ${id} · ${is_system ? 'of the system' : 'made by a person'} · icons: ${icon_set} · ${plural(workflow_count, 'workflow')}`,
    ...(description === null ? [] : ['', ...wrapProse(description, width)]),
    '',
    table(
      terminal,
      [
        { title: 'Colour', cell: ([key]) => purpose(key), flexible: true },
        { title: 'Chosen', cell: ([key]) => chosen[key] ?? '–' },
        { title: 'Light', cell: ([, { light }]) => light.solid.toUpperCase() },
        { title: 'Dark', cell: ([, { dark }]) => dark.solid.toUpperCase() },
        { title: 'Contrast', cell: ([, { light, dark }]) => Math.min(light.contrast, dark.contrast).toFixed(2) },
      ],
      Object.entries(derived),
    ),
  ].join('\n')
}
