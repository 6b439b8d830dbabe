import type { TSchema } from '@sinclair/typebox'
import { TypeCompiler, ValueErrorType, type TypeCheck, type ValueError } from '@sinclair/typebox/compiler'
import type { ErrorReason } from './errors.ts'
import { reasonOf, sentenceOf } from './schema-sentences.ts'
import { registerSchemaKinds } from './unsafe-schemas.ts'

registerSchemaKinds()

/** So many faults are told at once; more would drown the reader, and the server. */
const mostTold = 20

/** What is wrong with one field: `path` is a JSON pointer to it. */
export interface SchemaFinding {
  readonly path: string
  readonly message: string
  readonly reason?: ErrorReason | undefined
}

/** A schema made ready for checking, when it is first needed: most routes of a short life are never called. */
export class SchemaCheck {
  #compiled: TypeCheck<TSchema> | null = null

  constructor(readonly schema: TSchema) {}

  fits(value: unknown): boolean {
    this.#compiled ??= TypeCompiler.Compile(this.schema)
    return this.#compiled.Check(value)
  }

  /** What is wrong with a value that does not fit, the first fault of each field, as sentences. */
  faults(value: unknown, nameOf: (path: string) => string): SchemaFinding[] {
    this.#compiled ??= TypeCompiler.Compile(this.schema)
    const found = new Map<string, SchemaFinding>()
    for (const error of this.#compiled.Errors(value)) {
      for (const { path, type, schema, value: wrong } of specific(error)) {
        const fault = { type, schema, value: wrong }
        if (!found.has(path))
          found.set(path, { path, message: sentenceOf(fault, nameOf(path)), reason: reasonOf(fault) })
        if (found.size >= mostTold) return [...found.values()]
      }
    }
    return [...found.values()]
  }
}

const take = (errors: Iterable<ValueError>): ValueError[] => {
  const taken: ValueError[] = []
  for (const error of errors) {
    taken.push(error)
    if (taken.length >= mostTold) break
  }
  return taken
}

/** Of “an object or null” only what is wrong with the object helps anybody. */
function specific(error: ValueError): ValueError[] {
  if (error.errors.length === 0) return [error]
  const variants = error.errors.map(take)
  const meant = variants.filter(([first]) => first !== undefined && first.type !== ValueErrorType.Null)
  const [only] = meant
  if (meant.length !== 1 || only === undefined) return [error]
  const wrongKind = only.length === 1 && only[0]?.path === error.path && only[0]?.errors.length === 0
  return wrongKind ? only : only.flatMap(specific)
}
