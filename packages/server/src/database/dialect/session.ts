/** What a statement answered, with its values parsed. */
export interface StatementResult {
  /** First word of the command tag: `SELECT`, `INSERT`, `COMMIT` … */
  readonly command: string
  /** Rows written, or read; null where the command counts none. */
  readonly count: number | null
  readonly rows: readonly Record<string, unknown>[]
}

/** A connection as one borrower sees it. Outside a transaction, statements of several borrowers may interleave. */
export interface Session {
  /** Parameters as `serializeParameters` made them. Without any, the text may hold several statements; the last one's result is returned. */
  run(sql: string, parameters: readonly (string | null)[]): Promise<StatementResult>
  /** From here to `end` no other borrower's statement runs in this session. */
  begin(statement: string): Promise<void>
  end(statement: 'commit' | 'rollback'): Promise<void>
  release(): void
}

export interface SessionSource {
  acquire(): Promise<Session>
  close(): Promise<void>
}
