import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boxPreset } from '../testing/box-preset.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'
import { CompiledRevisions } from './compiled-revisions.ts'

function signal() {
  let give = () => {}
  const given = new Promise<void>(resolve => {
    give = resolve
  })
  return { give, given }
}

describe('CompiledRevisions', () => {
  let app: TestApp
  const hashes: string[] = []

  beforeAll(async () => {
    app = await startTestApp()
    for (const n of [1, 2, 3]) await app.client(app.admin.token).presets.import({ body: boxPreset(`Box ${n}`) })
    const rows = await app.context.db.selectFrom('workflows').select('content_hash').orderBy('id').execute()
    hashes.push(...rows.map(row => row.content_hash))
  })
  afterAll(() => app.close())

  const cache = (maxBytes: number) => new CompiledRevisions({ db: app.context.db, maxBytes })
  const [a, b, c] = [() => hashes[0] ?? '', () => hashes[1] ?? '', () => hashes[2] ?? '']

  it('gives the definition, its JSON and the compiled workflow of a hash, the same ones each time', async () => {
    const revisions = cache(10_000_000)
    const first = await revisions.get(a())
    expect(JSON.parse(first.json)).toEqual(first.definition)
    expect(first.workflow.definition).toEqual(first.definition)
    const again = await revisions.get(a())
    expect(again.workflow).toBe(first.workflow)
  })

  it('loads once for many who ask at once', async () => {
    const revisions = cache(10_000_000)
    const all = await Promise.all(Array.from({ length: 20 }, () => revisions.get(a())))
    expect(new Set(all).size).toBe(1)
  })

  it('keeps to its bytes, dropping what was not used for longest', async () => {
    const one = cache(10_000_000)
    await one.get(a())
    const revisions = cache(Math.ceil(one.bytes * 2.5))
    const first = await revisions.get(a())
    const second = await revisions.get(b())
    await revisions.get(a())
    await revisions.get(c())
    expect(revisions.bytes).toBeLessThanOrEqual(one.bytes * 2.5)
    expect(await revisions.get(a())).toBe(first)
    expect(await revisions.get(b())).not.toBe(second)
  })

  it('does not keep what alone is too large', async () => {
    const revisions = cache(10)
    expect((await revisions.get(a())).definition.steps).toHaveLength(8)
    expect(revisions.bytes).toBe(0)
  })

  it('reads inside a transaction without waiting for anybody outside', async () => {
    const revisions = cache(10_000_000)
    const started = signal()
    const asked = signal()
    const inside = app.context.db.transaction().execute(async tx => {
      started.give()
      await asked.given
      return revisions.get(b(), tx)
    })
    await started.given
    // On the one session of the embedded engine this waits behind the transaction, so the transaction may not wait for it.
    const outside = revisions.get(b())
    asked.give()
    expect((await inside).json).toBe((await outside).json)
  })

  it('says which content is missing', async () => {
    await expect(cache(1000).get('nothing')).rejects.toThrow('No content is stored under nothing.')
  })
})
