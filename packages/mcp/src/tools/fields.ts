import { Id } from '@hidesync/contract/http/schemas'
import { Type, type TSchema } from '@sinclair/typebox'

/** A schema of the contract with what it means here. */
export const described = <T extends TSchema>(schema: T, description: string): T => ({ ...schema, description })

export const execution_id = described(Id, 'Id of the run.')
export const step_id = described(Id, 'Id of the step, as get_run or get_step tell it.')
export const workflow_id = described(Id, 'Id of the workflow.')

const most = 5000
/** As long as the API takes it. */
export const longText = (description: string) => Type.String({ maxLength: most, description })

export const page = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
}
