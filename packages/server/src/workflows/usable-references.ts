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

/** What a graph names that the one before it did not, with the place of each. */
export interface NewReferences {
  readonly stock: readonly { readonly field: StockField; readonly id: number; readonly path: string }[]
  readonly step_types: readonly { readonly step_type: string; readonly path: string }[]
}

export function newReferences(before: WorkflowDefinition, after: WorkflowDefinition): NewReferences {
  const known = new Set(named(before).map(({ resource, field, id }) => keyOf(resource, field, id)))
  const types = new Set(before.steps.map(({ step_type }) => step_type))
  return {
    stock: named(after)
      .filter(({ resource, field, id }) => !known.has(keyOf(resource, field, id)))
      .map(({ field, id, path }) => ({ field, id, path })),
    step_types: after.steps
      .map(({ step_type }, s) => ({ step_type, path: `/steps/${s}/step_type` }))
      .filter(({ step_type }) => !types.has(step_type)),
  }
}

/**
 * Refuses (422) what the graph newly names and the caller can not use: materials, tools and documents of workshops that are not
 * theirs, and kinds of steps that do not exist. What stood there before stays.
 */
export async function requireUsable(
  tx: Transaction,
  caller: Caller,
  { stock, step_types }: NewReferences,
): Promise<void> {
  const errors: FieldError[] = []
  if (stock.length > 0) {
    const ids = (field: StockField) => stock.filter(one => one.field === field).map(({ id }) => id)
    const asked: StockNames = {
      dynamic_material_id: ids('dynamic_material_id'),
      tool_id: ids('tool_id'),
      documentation_id: ids('documentation_id'),
    }
    const workshops = caller.is_superuser ? null : Object.keys(caller.roles).map(Number)
    const found = await readStockIds(tx, asked, workshops)
    const usable = (field: StockField) => new Set(found[field])
    const known = {
      dynamic_material_id: usable('dynamic_material_id'),
      tool_id: usable('tool_id'),
      documentation_id: usable('documentation_id'),
    }
    for (const { field, id, path } of stock)
      if (!known[field].has(id))
        errors.push({ path, message: `There is no ${stockFields[field]} ${id} in your workshops.` })
  }
  if (step_types.length > 0) {
    const existing = await readStepTypeCodes(tx)
    for (const { step_type, path } of step_types)
      if (!existing.includes(step_type))
        errors.push({ path, message: `“${step_type}” is no kind of step. There are ${existing.join(', ')}.` })
  }
  const [first] = errors
  if (first !== undefined) throw new AppError('request.invalid', first.message, { errors })
}
