import { PrivateFile, privatePath } from '../files/private-file.ts'

/** How one is signed in at one server: by a session that renews itself, or by an API token. */
export type ServerCredentials =
  | {
      readonly kind: 'session'
      readonly email: string
      readonly access_token: string
      /** Epoch milliseconds. */
      readonly expires_at: number
      readonly refresh_token: string
    }
  | { readonly kind: 'token'; readonly email: string; readonly token: string }

export interface Credentials {
  readonly version: 1
  /** The server that was signed in to last: the one meant when none is named. */
  readonly server: string | null
  readonly servers: Readonly<Record<string, ServerCredentials>>
}

const isCredentials = (value: unknown): value is Credentials => {
  const { version, servers } = (value ?? {}) as Partial<Credentials>
  return version === 1 && typeof servers === 'object' && servers !== null
}

export const credentialsPath = (environment: Readonly<Record<string, string | undefined>>): string =>
  privatePath(environment, 'credentials.json')

/** The file of sign-ins. */
export class CredentialsFile extends PrivateFile<Credentials> {
  constructor(path: string) {
    super(path, {
      empty: { version: 1, server: null, servers: {} },
      isValid: isCredentials,
      code: 'cli.credentials',
      mend: 'delete it and sign in again',
    })
  }
}
