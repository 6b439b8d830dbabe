import type { ErrorBody } from '@hidesync/contract/http/schemas'
import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import type { FieldError } from '../http/app-error.ts'
import type { TestApp } from './test-app.ts'

/** A file as somebody sends it. */
export interface SentFile {
  /** JSON unless it is text or bytes already. */
  readonly body: unknown
  readonly type?: string | null
  /** With its question mark. */
  readonly query?: string
}

/** What came of a file that was sent to both doors. */
export interface Tried {
  readonly status: number
  /** Null where it was taken. */
  readonly code: string | null
  /** The finding at the place that was asked for; else the sentence of the refusal. */
  readonly said: string
  /** Whether checking it beforehand says the same: as a report, or as the refusal of what cannot be read. */
  readonly isCheckedAlike: boolean
  /** Tables of which the number of rows changed. */
  readonly stored: readonly string[]
}

interface Report {
  readonly valid: boolean
  readonly errors: readonly FieldError[]
}

const bodyOf = (body: unknown): string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)

/** The two doors through which files come in, tried with the same file. */
export class ImportDoor {
  constructor(readonly app: TestApp) {}

  post(path: string, { body, type = 'application/json', query = '' }: SentFile): Promise<Response> {
    return this.app.request(`/api/v1${path}${query}`, {
      method: 'POST',
      // Bytes go without a media type of their own.
      body: Buffer.from(bodyOf(body)),
      headers: {
        authorization: `Bearer ${this.app.admin.token}`,
        ...(type === null ? {} : { 'content-type': type }),
      },
    })
  }

  /** How many rows each table holds. */
  async #rows(): Promise<Readonly<Record<string, number>>> {
    const { db } = this.app.context
    const { rows: tables } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' order by c.relname`.execute(db)
    const counts = tables.map(({ name }) => sql`(select count(*)::int from ${sql.table(name)}) as ${sql.ref(name)}`)
    const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(db)
    return rows[0] ?? {}
  }

  /**
   * Sends the file to both doors. `place`: of the finding that is wanted, as a JSON pointer or the name of a parameter; null where the sentence says
   * the place (a line, an id).
   */
  async try(file: SentFile, place: string | null): Promise<Tried> {
    const before = await this.#rows()
    const response = await this.post('/workflows/import', file)
    const { code = null, detail = '', errors = [] } = (await response.json()) as Partial<ErrorBody>
    const checked = await this.post('/workflows/import/validate', file)
    const report = (await checked.json()) as Partial<ErrorBody & Report>
    const finding = place === null ? detail : errors.find(({ path }) => path === place)?.message
    const expected =
      code === 'preset.invalid'
        ? { status: 200, valid: false, errors }
        : { status: response.status, code, detail, errors }
    const found =
      code === 'preset.invalid'
        ? { status: checked.status, valid: report.valid, errors: report.errors }
        : { status: checked.status, code: report.code, detail: report.detail, errors: report.errors ?? [] }
    const after = await this.#rows()
    return {
      status: response.status,
      code,
      said: finding ?? `nothing at ${place}: ${JSON.stringify(errors.slice(0, 5))}`,
      isCheckedAlike: isDeepStrictEqual(found, expected),
      stored: Object.keys(after).filter(table => after[table] !== before[table]),
    }
  }
}
