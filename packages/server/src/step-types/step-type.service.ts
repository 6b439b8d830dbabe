import type { StepType } from '@hidesync/contract/step-types/step-type.schemas'
import type { StepTypeRegistry } from '@hidesync/domain/step-types/registry'
import { normalLocale } from '@hidesync/domain/translations/locale'
import { builtInStepTypes } from '@hidesync/domain/workflows/definition'
import type { Database } from '../database/database.ts'
import { readEnum } from '../enums/enum.reader.ts'
import { insertEnumValue, putEnumTexts } from '../enums/enum.repository.ts'
import { enumText } from '../enums/enum-text.ts'
import type { RequestContext } from '../http/request-context.ts'

interface Deps {
  readonly db: Database
  readonly registry: StepTypeRegistry
}

/** The types of steps that there are: the system's, those of modules, and those that were only named. */
export class StepTypeService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async list(context: RequestContext): Promise<StepType[]> {
    const { db, registry } = this.#deps
    const rows = await readEnum(db, 'workflow_step_type')
    const custom = new Set(registry.custom.map(({ code }) => code))
    const system: ReadonlySet<string> = new Set(builtInStepTypes)
    const read = rows.map(row => ({ row, text: enumText(row, context.languages) }))
    context.setLanguage([...new Set(read.map(({ text }) => text.locale))].join(', ') || 'en')
    return read.map(({ row: { code, is_system }, text: { display_text, description } }) => {
      const has_handler = custom.has(code) || system.has(code)
      const { icon, form } = registry.handler(code)
      return { code, display_text, description, icon: has_handler ? icon : 'box', is_system, has_handler, form }
    })
  }

  /** Makes the types of the loaded modules known to the database; a text that was changed there stays. */
  async announce(): Promise<void> {
    const { db, registry } = this.#deps
    for (const { code, texts } of registry.custom) {
      const { en, ...others } = texts
      await db.transaction().execute(async tx => {
        const row = { code, display_text: en?.display_text ?? code, description: en?.description ?? null }
        if (!(await insertEnumValue(tx, 'workflow_step_type', { ...row, display_order: null }))) return
        const named = Object.entries(others).map(
          ([locale, { display_text, description = null }]) =>
            [normalLocale(locale), { display_text, description }] as const,
        )
        await putEnumTexts(tx, { type: 'workflow_step_type', code }, Object.fromEntries(named))
      })
    }
  }
}
