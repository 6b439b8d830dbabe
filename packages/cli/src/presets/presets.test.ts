import { boxPreset } from '@hidesync/server/testing/box-preset'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000 })

let place: CliApp
beforeAll(async () => {
  place = await openCliApp()
})
afterAll(() => place.close())

const save = (name: string, value: unknown): string => {
  const file = join(place.cli.home, `${name}.json`)
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
  return file
}
const count = async (): Promise<number> => (await place.app.client(place.app.admin.token).workflows.list()).total

describe('hidesync import', () => {
  it('imports a file and says as what', async () => {
    const { code, stdout } = await place.cli.run(['import', save('one', boxPreset('Box one'))])
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^Imported “Box one” as workflow (\d+) \(8 steps\)\.\n {2}2 things to look at before it is published: hidesync workflows validate \1\n$/,
    )
  })

  it('imports what ends like a web page, a list or a table, and says what had no place', async () => {
    const howTo = { '@type': 'HowTo', name: 'Candles', image: 'k.jpg', inLanguage: 'de', step: ['Melt.', 'Dip.'] }
    const files = {
      'candles.html': `<script type="application/ld+json">${JSON.stringify(howTo)}</script>`,
      'chisel.txt': 'Sharpen a chisel\n\n1. Flatten the back - 10 min\n2. Hone\n',
      'leather_belt.csv': 'Name;Minutes;Colour\nCut the strap;15;red\n',
      'strop.yaml': 'preset_info: {name: Strop}\nworkflow: {steps: [{id: 1, name: Glue, step_type: instruction}]}\n',
    }
    const paths = Object.entries(files).map(([name, text]) => {
      const file = join(place.cli.home, name)
      writeFileSync(file, text)
      return file
    })
    const { code, stdout } = await place.cli.run(['import', ...paths])
    expect(code).toBe(0)
    const lines = stdout.replaceAll(/\s+/g, ' ')
    expect(lines).toMatch(/Imported “Candles” as workflow \d+ \(2 steps\)\. - “image” of the how-to has no place/)
    expect(lines).toMatch(/Imported “Sharpen a chisel” as workflow \d+ \(2 steps\)\./)
    expect(lines).toMatch(
      /Imported “leather belt” as workflow \d+ \(1 step\)\. - Column “Colour” has no place in a step and was left out\./,
    )
    expect(lines).toMatch(/Imported “Strop” as workflow \d+ \(1 step\)\./)
  })

  it('reads what has no ending as --format says', async () => {
    const { code, stdout } = await place.cli.run(['import', '--dry-run', '--format', 'text', '--name', 'Strap', '-'], {
      input: 'Cut\nSew\n',
    })
    expect(code).toBe(0)
    expect(stdout).toContain('“Strap” can be imported (2 steps); nothing was stored.')
  })

  it('says why a file of another form can not be read, and stores nothing', async () => {
    const before = await count()
    const file = join(place.cli.home, 'page.html')
    writeFileSync(file, '<h1>How to cut</h1>')
    const { code, stderr } = await place.cli.run(['import', file])
    expect(code).toBe(5)
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain('The page holds no JSON-LD data')
    expect(await count()).toBe(before)
  })

  it('gives one workflow with --json for one file, a list for several', async () => {
    const one = await place.cli.run(['import', '--json', '-'], { input: JSON.stringify(boxPreset('Box two')) })
    expect(one.json()).toMatchObject({ name: 'Box two', step_count: 8, status: 'draft' })
    const files = [save('three', boxPreset('Box three')), save('four', boxPreset('Box four'))]
    const many = await place.cli.run(['import', '--json', ...files])
    expect(many.json()).toMatchObject([{ name: 'Box three' }, { name: 'Box four' }])
  })

  it('refuses a name that is taken, unless asked to rename, or given another one', async () => {
    const file = save('taken', boxPreset('Box taken'))
    await place.cli.run(['import', file])
    const again = await place.cli.run(['import', file, '--json'])
    expect(again.code).toBe(5)
    expect(again.error()).toMatchObject({
      code: 'workflow.name_taken',
      detail: expect.stringContaining('--rename') as string,
    })
    const renamed = await place.cli.run(['import', '--rename', file])
    expect(renamed.stdout).toContain('Imported “Box taken (2)”')
    const named = await place.cli.run(['import', '--name', 'Box of mine', file])
    expect(named.stdout).toContain('Imported “Box of mine”')
  })

  it('only checks with --dry-run', async () => {
    const before = await count()
    const { code, stdout } = await place.cli.run(['import', '--dry-run', save('dry', boxPreset('Box dry'))])
    expect(code).toBe(0)
    expect(stdout).toContain('“Box dry” can be imported (8 steps); nothing was stored.')
    expect(await count()).toBe(before)
  })

  it('says everything that is wrong with a preset, and stores nothing', async () => {
    const before = await count()
    const preset = boxPreset('Box broken')
    const broken = {
      ...preset,
      workflow: {
        ...preset.workflow,
        connections: [
          { source_step: 1, target_step: 99, connection_type: 'sequential' },
          { source_step: 77, target_step: 1, connection_type: 'sequential' },
        ],
      },
    }
    const { code, stderr } = await place.cli.run(['import', save('broken', broken)])
    expect(code).toBe(5)
    expect(stderr).toContain('99')
    expect(stderr).toContain('77')
    expect(await count()).toBe(before)
  })

  it('says where a file is no JSON, and imports nothing after it', async () => {
    const before = await count()
    const files = [save('good', boxPreset('Box good')), save('bad', '{"a": 1,}'), save('after', boxPreset('Box after'))]
    const { code, stderr } = await place.cli.run(['import', ...files])
    expect(code).toBe(5)
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'bad.json, line 1, column 9: This is no JSON: "}" should not stand there.',
    )
    expect(stderr).toContain('Imported “Box good”')
    expect(await count()).toBe(before + 1)
  })

  it('is exit code 1 for somebody who may not import', async () => {
    const member = await place.app.createUser()
    const result = await place.cli.run(['import', save('mine', boxPreset('Box mine')), '--json'], {
      environment: place.as(member),
    })
    expect(result.code).toBe(1)
    expect(result.error().code).toBe('access.forbidden')
  })
})

describe('hidesync validate', () => {
  const check = async (name: string, text: string) => {
    const file = join(place.cli.home, name)
    writeFileSync(file, text)
    const { code, stdout, stderr } = await place.cli.run(['validate', file])
    return { code, said: `${stdout}${stderr}`.replaceAll(/\s+/g, ' ') }
  }

  it('reads YAML, too, and says where it is none', async () => {
    const yaml = 'preset_info: {name: Strop}\nworkflow: {steps: [{id: 1, name: Glue, step_type: instruction}]}\n'
    expect(await check('strop.yaml', yaml)).toMatchObject({ code: 0 })
    const broken = await check('broken.yml', 'preset_info: {name: Strop}\nworkflow: [1\n')
    expect(broken).toMatchObject({
      code: 1,
      said: expect.stringMatching(/Line 3, column 1: This is no YAML:/) as string,
    })
    const twice = await check('twice.yaml', 'workflow: {}\nworkflow: {}\n')
    expect(twice).toMatchObject({ code: 1, said: expect.stringContaining('Map keys must be unique') as string })
  })

  it('takes a file for JSON whose ending says nothing, whatever the ending', async () => {
    const { code, said } = await check('box.constructor', JSON.stringify(boxPreset('Box in a strange file')))
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('valid') as string })
  })

  it('says who reads what it can not', async () => {
    const { code, said } = await check('page.html', '<h1>How to cut</h1>')
    expect(code).toBe(2)
    expect(said).toContain('page.html is no preset in JSON or YAML. Let a server read it: hidesync import --dry-run')
  })
})

describe('hidesync export', () => {
  it('writes what import reads back', async () => {
    const id = await place.importBox('Box to go')
    const { code, stdout } = await place.cli.run(['export', String(id)])
    expect(code).toBe(0)
    const again = await place.cli.run(['import', '--rename', '-'], { input: stdout })
    expect(again.stdout).toContain('Imported “Box to go (2)”')
  })

  it('writes a file, and never over another unless told to', async () => {
    const id = await place.importBox('Box on disk')
    const file = join(place.cli.home, 'out.json')
    expect(await place.cli.run(['export', 'Box on disk', '-o', file])).toMatchObject({ code: 0, stdout: '' })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ preset_info: { name: 'Box on disk' } })
    const again = await place.cli.run(['export', String(id), '-o', file])
    expect(again.code).toBe(1)
    expect(again.stderr.replace(/\s+/g, ' ')).toContain('out.json exists already. Overwrite it with --force.')
    const forced = await place.cli.run(['export', String(id), '-o', file, '--force', '--json'])
    expect(forced.code).toBe(0)
    expect(forced.json()).toMatchObject({ preset_info: { name: 'Box on disk' } })
  })

  it('is exit code 4 for what is not there', async () => {
    expect((await place.cli.run(['export', '99999'])).code).toBe(4)
  })
})

describe('hidesync export in other forms', () => {
  it('follows the ending of the file, or --format', async () => {
    const id = await place.importBox('Box in print')
    const file = join(place.cli.home, 'box.html')
    expect((await place.cli.run(['presets', 'export', String(id), '-o', file])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/i)
    const mermaid = await place.cli.run(['export', String(id), '--format', 'mermaid'])
    expect(mermaid.stdout).toContain('flowchart')
    const howto = await place.cli.run(['export', String(id), '--format', 'howto', '--json'])
    expect(howto.json()).toMatchObject({ '@type': 'HowTo', name: 'Box in print' })
  })

  it.each(['howto', 'jsonld', 'html'])('can be imported again by the ending alone, here .%s', async ending => {
    const id = await place.importBox(`Box in ${ending}`)
    const file = join(place.cli.home, `again.${ending}`)
    expect((await place.cli.run(['export', String(id), '-o', file])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('"@type"')
    expect(await place.cli.run(['import', '--rename', '--dry-run', file])).toMatchObject({ code: 0 })
  })

  it('is a preset under a name of its own with “presets from”', async () => {
    const id = await place.importBox('Box to teach')
    const made = await place.cli.run([
      'presets',
      'from',
      String(id),
      '--name',
      'Box for a class',
      '--difficulty',
      'expert',
    ])
    expect(made.json()).toMatchObject({ preset_info: { name: 'Box for a class', difficulty: 'expert' } })
  })
})

describe('hidesync presets', () => {
  it('lists the library', async () => {
    const { code, stdout } = await place.cli.run(['presets'])
    expect(code).toBe(0)
    expect(stdout).toContain('basic_leather_project.json')
    expect(stdout).toContain('simple_woodworking.json')
    const inJson = await place.cli.run(['presets', '--json'])
    expect(inJson.json()).toEqual(await place.app.client(place.app.admin.token).presets.library())
  })
})
