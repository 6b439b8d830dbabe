import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

let place: CliApp
let id: number
beforeAll(async () => {
  place = await openCliApp()
  id = await place.importBox('Box in German')
})
afterAll(() => place.close())

const api = () => place.app.client(place.app.admin.token)
const file = (name: string) => join(place.cli.home, name)

describe('hidesync translations', () => {
  it('exports texts for a translator and takes back what they made of them, as CSV', async () => {
    const target = file('german.csv')
    expect(await place.cli.run(['translations', 'export', String(id), 'de', '-o', target])).toMatchObject({ code: 0 })
    const written = readFileSync(target, 'utf8')
    expect(written.split('\r\n')[0] ?? '').toContain('source')
    const { texts } = (await api().translations.get({
      params: { id, locale: 'de' },
      query: { format: 'json' },
    })) as { texts: { part: string; id: number; field: string; source: string }[] }
    const cut = texts.find(text => text.source === 'Cut boards')!
    writeFileSync(
      target,
      `part,id,field,source,translation\n${cut.part},${cut.id},${cut.field},Cut boards,Bretter zusägen\nstep,999999,name,x,y\n`,
    )
    const { code, stdout } = await place.cli.run(['translations', 'import', 'Box in German', 'de', target])
    expect(code).toBe(0)
    expect(stdout).toContain(`Took 1 text; 1 of ${texts.length} are translated into de now.`)
    expect(stdout).toContain('1 text fits nothing in the workflow:')
    const shown = await place.cli.run(['translations', 'show', String(id), 'de'])
    expect(shown.stdout).toContain('  Cut boards\n  → Bretter zusägen')
    expect(shown.stdout).toContain('missing')
  })

  it('takes the same file as JSON, and no file of another language', async () => {
    const target = file('french.json')
    await place.cli.run(['translations', 'export', String(id), 'fr', '-o', target])
    const made = JSON.parse(readFileSync(target, 'utf8')) as { texts: { source: string; translation: string }[] }
    for (const text of made.texts) text.translation = `fr: ${text.source}`
    writeFileSync(target, JSON.stringify(made))
    const wrong = await place.cli.run(['translations', 'import', String(id), 'es', target])
    expect(wrong.code).toBe(2)
    expect(wrong.stderr.replace(/\s+/g, ' ')).toContain('holds the texts in “fr”, not in “es”.')
    const right = await place.cli.run(['translations', 'import', String(id), 'fr', target, '--json'])
    expect(right.json()).toMatchObject({ taken: made.texts.length, done: made.texts.length })
    const list = await place.cli.run(['translations', 'list', String(id)])
    expect(list.stdout).toMatch(new RegExp(`fr +${made.texts.length} of ${made.texts.length} +0 +0`))
  })

  it('removes a language only when told so', async () => {
    await api().translations.put({ params: { id, locale: 'it' }, body: { name: 'Scatola' } })
    const asked = await place.cli.run(['translations', 'remove', String(id), 'it'])
    expect(asked).toMatchObject({ code: 2 })
    expect(await place.cli.run(['translations', 'remove', String(id), 'it', '--yes'])).toMatchObject({ code: 0 })
    const languages = await api().translations.list({ params: { id } })
    expect(languages.map(({ locale }) => locale)).not.toContain('it')
    expect((await place.cli.run(['translations', 'show', '99999', 'de'])).code).toBe(4)
  })
})
