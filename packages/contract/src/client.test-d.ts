import { createClient } from './client.ts'

/** What must and must not compile. */
export async function typings() {
  const client = createClient({ baseUrl: '' })
  const page = await client.workflows.list({ query: { limit: 5 } })
  const first: string | undefined = page.items[0]?.name
  await client.workflows.list()
  await client.executions.complete({ params: { id: 1, step_id: 2 } })
  await client.executions.complete({ params: { id: 1, step_id: 2 }, body: { notes: first ?? null } })
  const nothing: undefined = await client.workflows.delete({ params: { id: 1 } })
  // @ts-expect-error the id is missing
  await client.workflows.get()
  // @ts-expect-error an option is needed
  await client.executions.decide({ params: { id: 1, step_id: 2 } })
  // @ts-expect-error no such field
  await client.workflows.create({ body: { name: 'x', nonsense: 1 } })
  return nothing
}
