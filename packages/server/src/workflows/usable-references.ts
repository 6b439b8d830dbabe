import type { Caller } from '@hidesync/domain/identity/permissions'
import type { StepResource, WorkflowDefinition } from '@hidesync/domain/workflows/definition'
import type { Transaction } from '../database/database.ts'
import { readStepTypeCodes } from '../enums/enum.reader.ts'
import { AppError, type FieldError } from '../http/app-error.ts'
import { readStockIds, type StockNames } from './usable-references.reader.ts'

const stockFields = { dynamic_material_id: 'material', tool_id: 'tool', documentation_id: 'document' } as const
type StockField = keyof typeof stockFields

/** Everything that the graph names of the stock, with the place where it does. */
const named = (definition: WorkflowDefinition) =>
  definition.steps.flatMap(({ resources }, s) =>
    resources.flatMap((resource, r) =>
      (Object.keys(stockFields) as StockField[]).flatMap(field => {
        const id = resource[field]
        return id === null ? [] : [{ field, id, path: `/steps/${s}/resources/${r}/${field}`, resource }]
      }),
    ),
  )

const keyOf = ({ id }: StepResource, field: StockField, named: number): string => `${id}/${field}/${named}`

/**
 * Refuses (422) what the graph newly names and the caller can not use: materials, tools and documents of workshops that are not
 * theirs, and kinds of steps that do not exist. What stood there before stays.
 */
export async function requireUsable(
  tx: Transaction,
  caller: Caller,
  before: WorkflowDefinition,
  after: WorkflowDefinition,
): Promise<void> {
  const errors: FieldError[] = []
  const known = new Set(named(before).map(({ resource, field, id }) => keyOf(resource, field, id)))
  const fresh = named(after).filter(({ resource, field, id }) => !known.has(keyOf(resource, field, id)))
  if (fresh.length > 0) {
    const ids = (field: StockField) => fresh.filter(one => one.field === field).map(({ id }) => id)
    const asked: StockNames = {
      dynamic_material_id: ids('dynamic_material_id'),
      tool_id: ids('tool_id'),
      documentation_id: ids('documentation_id'),
    }
    const workshops = caller.is_superuser ? null : Object.keys(caller.roles).map(Number)
    const usable = await readStockIds(tx, asked, workshops)
    for (const { field, id, path } of fresh)
      if (!usable[field].includes(id))
        errors.push({ path, message: `There is no ${stockFields[field]} ${id} in your workshops.` })
  }
  const types = new Set(before.steps.map(({ step_type }) => step_type))
  const strange = after.steps.filter(({ step_type }) => !types.has(step_type))
  if (strange.length > 0) {
    const existing = await readStepTypeCodes(tx)
    after.steps.forEach(({ step_type }, s) => {
      if (!types.has(step_type) && !existing.includes(step_type))
        errors.push({
          path: `/steps/${s}/step_type`,
          message: `“${step_type}” is no kind of step. There are ${existing.join(', ')}.`,
        })
    })
  }
  const [first] = errors
  if (first !== undefined) throw new AppError('request.invalid', first.message, { errors })
}
