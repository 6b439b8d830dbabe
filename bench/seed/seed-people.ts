import { createClient } from '@hidesync/contract/client'

export const administrator = { email: 'admin@bench.test', password: 'only for the benchmark' }
const password = 'measured again and again'

export interface People {
  /** Owners of workflows; the reader is one of them. */
  readonly owners: readonly number[]
  /** An ordinary user, as whom the product is asked. */
  readonly reader: {
    readonly id: number
    readonly email: string
    readonly password: string
    readonly workshop_id: number
  }
}

/** Makes a few users through the product itself. */
export async function seedPeople(url: string, count: number): Promise<People> {
  const { access_token } = await createClient({ baseUrl: url }).auth.token({ body: administrator })
  const client = createClient({ baseUrl: url, token: () => access_token })
  const users = []
  for (let n = 1; n <= count; n++)
    users.push(
      await client.users.create({ body: { email: `maker-${n}@bench.test`, password, display_name: `Maker ${n}` } }),
    )
  const [reader] = users
  if (reader === undefined || reader.default_workshop_id === null) throw new Error('A new user belongs to no workshop.')
  return {
    owners: users.map(user => user.id),
    reader: { id: reader.id, email: reader.email, password, workshop_id: reader.default_workshop_id },
  }
}
