import type { Command } from 'commander'

/** What a person types to get to a command of `parent`: `import`, or `presets import`. For commands that stand in two places. */
export function commandPath(parent: Command, name: string): string {
  return parent.parent === null ? name : `${commandPath(parent.parent, parent.name())} ${name}`
}
