/** The enumerations whose values people can name anew, translate and add to. */
export const enumTypes = [
  'workflow_step_type',
  'workflow_status',
  'workflow_connection_type',
  'workflow_execution_status',
] as const
export type EnumType = (typeof enumTypes)[number]
