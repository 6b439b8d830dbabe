import type { CommandType } from '@hidesync/domain/executions/command-type'

const what: Partial<Record<CommandType, string>> = {
  complete: 'completing',
  decide: 'the decision at',
  skip: 'skipping',
  fail: 'the failure of',
  navigate: 'the jump to',
}

/** One sentence that says what an undo took back. */
export function undoneMessage(type: CommandType, stepName: string | null): string {
  const action = what[type] ?? type
  return stepName === null ? `Took back ${action} the last step.` : `Took back ${action} “${stepName}”.`
}
