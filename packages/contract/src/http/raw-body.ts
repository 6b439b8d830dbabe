/** A body as it came, for the routes that declare with `consumes` that they take it. */
export class RawBody {
  constructor(
    /** Media type without parameters, in lower case: `text/csv`. */
    readonly type: string,
    readonly bytes: Uint8Array,
  ) {}
}
