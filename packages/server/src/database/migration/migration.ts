/** One step of the schema: a file `0001_initial.sql` is version 1 and named `initial`. Never changed once it has been released. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}
