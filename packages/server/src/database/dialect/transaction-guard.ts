import { AsyncLocalStorage } from 'node:async_hooks'

/** The plain database was used inside a transaction of the same database. */
export class OutsideTransactionError extends Error {
  override readonly name = 'OutsideTransactionError'
  constructor() {
    super(
      'A query was sent to the database while its caller holds a transaction of that database: it would not see what the transaction wrote, and could wait for it for ever. Pass the transaction (`tx`) on and query through it.',
    )
  }
}

interface Scope {
  open: boolean
}

/** Knows which code runs inside a transaction, by asynchronous context. */
export class TransactionGuard {
  readonly #scope = new AsyncLocalStorage<Scope>()

  /** Throws when the caller runs inside a transaction that is still open. */
  refuseInside(): void {
    if (this.#scope.getStore()?.open === true) throw new OutsideTransactionError()
  }

  /** Marks the caller's asynchronous context as inside a transaction. Must be called before the caller's first `await`. */
  enter(): Scope {
    const scope = { open: true }
    this.#scope.enterWith(scope)
    return scope
  }
}
