import type { EnumValue, EnumValueChanges, NewEnumValue } from '@hidesync/contract/enums/enum.schemas'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import { normalLocale } from '@hidesync/domain/translations/locale'
import { enumTypes, type EnumType } from '@hidesync/domain/workflows/enum-types'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import type { RequestContext } from '../http/request-context.ts'
import { enumText, ownLocale } from './enum-text.ts'
import { readEnum, usesOfStepType, type EnumRow, type EnumText } from './enum.reader.ts'
import { deleteEnumValue, insertEnumValue, lockEnumValue, putEnumTexts, updateEnumValue } from './enum.repository.ts'

interface Deps {
  readonly db: Database
  readonly stepTypes: StepTypeRegistry
}

function typeNamed(name: string): EnumType {
  const found = enumTypes.find(type => type === name)
  if (found !== undefined) return found
  throw new AppError('enum.not_found', `There is no enumeration “${name}”. There are ${enumTypes.join(', ')}.`)
}

type GivenTexts = NonNullable<NewEnumValue['texts']>

/** By the one way in which a language is written; English stands in the value itself. */
function textsOf(texts: GivenTexts): Record<string, EnumText | null> {
  const given = Object.entries(texts).map(([locale, text]): [string, EnumText | null] => [
    normalLocale(locale),
    text === null ? null : { display_text: text.display_text.trim(), description: text.description ?? null },
  ])
  if (given.some(([locale]) => locale === ownLocale)) {
    const message = 'The English text is `display_text` and `description` of the value itself.'
    throw new AppError('request.invalid', message, { errors: [{ path: '/texts/en', message }] })
  }
  return Object.fromEntries(given)
}

const shown = ({ texts, ...row }: EnumRow): EnumValue => ({ ...row, texts: { ...texts } })

/** Enumerations: what their values are called in each language, and values that an installation adds. */
export class EnumService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(name: string, { texts = false }: { readonly texts?: boolean | undefined }, context: RequestContext) {
    const rows = await readEnum(this.#deps.db, typeNamed(name))
    const read = rows.map(row => ({ row, text: enumText(row, context.languages) }))
    context.setLanguage([...new Set(read.map(({ text }) => text.locale))].join(', ') || ownLocale)
    return read.map(({ row: { code, display_order, is_system, texts: all }, text }) => ({
      code,
      display_text: text.display_text,
      description: text.description,
      display_order,
      is_system,
      ...(texts ? { texts: { ...all } } : {}),
    }))
  }

  async create(name: string, body: NewEnumValue, context: RequestContext): Promise<EnumValue> {
    const type = typeNamed(name)
    const texts = textsOf(body.texts ?? {})
    return context.once(async tx => {
      const row = {
        code: body.code,
        display_text: body.display_text.trim(),
        description: body.description ?? null,
        display_order: body.display_order ?? null,
      }
      if (!(await insertEnumValue(tx, type, row)))
        throw new AppError(
          'enum.code_taken',
          `There is a value “${body.code}” in ${type} already: choose another code.`,
          {
            errors: [{ path: '/code', message: 'This code is taken.' }],
          },
        )
      await putEnumTexts(tx, { type, code: body.code }, texts)
      return shown(await this.#value(tx, type, body.code))
    })
  }

  async update(name: string, code: string, body: EnumValueChanges, context: RequestContext): Promise<EnumValue> {
    const type = typeNamed(name)
    const texts = textsOf(body.texts ?? {})
    return context.once(async tx => {
      const before = await this.#value(tx, type, code)
      await updateEnumValue(tx, type, code, {
        display_text: body.display_text?.trim() ?? before.display_text,
        description: body.description === undefined ? before.description : body.description,
        display_order: body.display_order ?? null,
      })
      await putEnumTexts(tx, { type, code }, texts)
      return shown(await this.#value(tx, type, code))
    })
  }

  async delete(name: string, code: string, context: RequestContext): Promise<void> {
    const type = typeNamed(name)
    await context.once(async tx => {
      await lockEnumValue(tx, type, code)
      const { is_system } = await this.#value(tx, type, code)
      if (is_system)
        throw new AppError('enum.system_value', `“${code}” belongs to the system and stays; its texts can be changed.`)
      if (type === 'workflow_step_type') await this.#refuseUsed(tx, code)
      await deleteEnumValue(tx, type, code)
    })
  }

  async #refuseUsed(tx: Database, code: string): Promise<void> {
    if (this.#deps.stepTypes.custom.some(type => type.code === code))
      throw new AppError(
        'enum.value_in_use',
        `The module of the step type “${code}” is loaded: take it out of STEP_TYPE_MODULES first.`,
      )
    const { count, names } = await usesOfStepType(tx, code)
    if (count === 0) return
    const listed = names.map(each => `“${each}”`).join(', ')
    const rest = count > names.length ? ` and ${count - names.length} more` : ''
    throw new AppError(
      'enum.value_in_use',
      `Steps of ${listed}${rest} are of the type “${code}”: give them another one first. Removed steps that executions still follow count, too.`,
    )
  }

  async #value(db: Database, type: EnumType, code: string): Promise<EnumRow> {
    const found = (await readEnum(db, type)).find(row => row.code === code)
    if (found === undefined) throw new AppError('enum.not_found', `There is no value “${code}” in ${type}.`)
    return found
  }
}
