import type { Client } from '@hidesync/contract/client'
import type { LibraryFeed } from '@hidesync/contract/presets/feed.schemas'
import { boxPreset } from '@hidesync/server/testing/box-preset'
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CliApp, openCliApp } from '../../testing/cli-app.ts'

// Each test runs several processes one after the other.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** Two installations, each with a terminal of its own: one publishes, the other subscribes. */
let maker: CliApp
let reader: CliApp
let made = 0
beforeAll(async () => {
  maker = await openCliApp()
  reader = await openCliApp()
})
afterAll(async () => {
  await reader.close()
  await maker.close()
})

const clientOf = (place: CliApp): Client => place.app.client(place.app.admin.token)
const presets = (...args: string[]) => reader.cli.run(['presets', ...args])
const folded = (text: string) => text.replace(/\s+/g, ' ')

/** Publishes a box, and makes it say something else. */
const publish = async (name = `Shared box ${++made}`) => {
  const id = await maker.importBox(name)
  await clientOf(maker).workflows.publish({ params: { id } })
  return id
}
const change = async (client: Client, id: number, instructions: string) => {
  const { steps } = await client.workflows.get({ params: { id } })
  const step = steps.find(({ name }) => name === 'Cut boards')
  await client.steps.change({ params: { id, part_id: step?.id ?? 0 }, body: { instructions } })
}
const republish = async (id: number, instructions: string) => {
  await change(clientOf(maker), id, instructions)
  await clientOf(maker).workflows.publish({ params: { id } })
}
const instructionsOf = async (id: number) =>
  (await clientOf(reader).workflows.get({ params: { id } })).steps.find(({ name }) => name === 'Cut boards')
    ?.instructions

interface Entry {
  readonly title: string
  readonly action: string
  readonly workflow_id: number | null
}
const update = async (...args: string[]) => {
  const result = await presets('update', ...args, '--json')
  return (result.json() as { entries: Entry[] }[]).flatMap(({ entries }) => entries)
}
const withSubscription = async (work: () => Promise<void>) => {
  expect((await presets('subscribe', maker.app.url, '--name', 'Maker', '--yes')).code).toBe(0)
  try {
    await work()
  } finally {
    await presets('unsubscribe', 'Maker')
  }
}

describe('hidesync presets subscribe', () => {
  it('shows what the library offers and by which key, asks, and remembers both for you alone', async () => {
    const title = `Shown box ${++made}`
    await publish(title)
    const { kid } = ((await (await maker.app.request('/api/v1/library/feed')).json()) as LibraryFeed)._hidesync.key
    const asked = await presets('subscribe', maker.app.url)
    expect(asked.code).toBe(2)
    expect(asked.stdout).toContain(title)
    expect(asked.stdout).toContain(kid)
    expect(folded(asked.stderr)).toContain('Look at the fingerprint, then give --yes.')
    expect((await presets('subscriptions')).stdout).toContain('You are subscribed to nothing.')
    await withSubscription(async () => {
      const file = join(reader.cli.home, 'config', 'hidesync', 'subscriptions.json')
      expect(statSync(file).mode & 0o777).toBe(0o600)
      expect(readFileSync(file, 'utf8')).toContain(kid)
      const again = await presets('subscribe', maker.app.url, '--yes')
      expect(again.code).toBe(5)
      expect(folded(again.stderr)).toContain('You are subscribed to it already, as “Maker”.')
      const listed = await presets('subscriptions', '--json')
      expect(listed.json()).toMatchObject([
        { name: 'Maker', url: `${maker.app.url}/api/v1/library/feed`, kid, presets: 0, updated_at: null },
      ])
    })
  })

  it.each([
    [['ftp://example.org'], 2, 'is no address of a feed'],
    [['http://user:secret@127.0.0.1'], 2, 'a feed is public: leave them out'],
    [['http://workshop.example.org'], 2, 'Use https, or give --insecure.'],
  ] as const)('refuses %j', async (args, code, text) => {
    const result = await presets('subscribe', ...args, '--yes')
    expect(result.code).toBe(code)
    expect(folded(result.stderr)).toContain(text)
  })
})

describe('hidesync presets update', () => {
  it('brings every preset over once, as it was published', async () => {
    const title = `Brought box ${++made}`
    const id = await publish(title)
    const german = { name: 'Kiste', description: 'Zum Prüfen.' }
    await clientOf(maker).translations.put({ params: { id, locale: 'de' }, body: german })
    await reader.importBox(title)
    await withSubscription(async () => {
      const dry = await presets('update', '--dry-run')
      expect(dry.stdout).toContain(`“${title}” is new.`)
      expect(dry.stdout).toContain('Nothing was stored.')
      const entries = await update()
      const brought = entries.find(entry => entry.title === title)
      expect(brought).toMatchObject({ action: 'imported', detail: `${title} (2)` })
      const params = { id: brought?.workflow_id ?? 0 }
      expect(await clientOf(reader).workflows.get({ params })).toMatchObject({ locales: ['de'], status: 'draft' })
      const again = await presets('update')
      expect(again.stdout).toMatch(/^\d+ presets?: \d+ up to date\.\n$/)
    })
    await withSubscription(async () => {
      expect((await update()).every(({ action }) => action === 'current')).toBe(true)
    })
  })

  it('imports nothing that one has already from elsewhere, until it says something new', async () => {
    const title = `Known box ${++made}`
    const id = await publish(title)
    const mine = await reader.importBox(title)
    await withSubscription(async () => {
      const known = (await update()).find(entry => entry.title === title)
      expect(known).toMatchObject({ action: 'same', workflow_id: mine })
      await republish(id, 'Cut ten boards.')
      const entries = await update()
      expect(entries.find(entry => entry.title === title)).toMatchObject({ action: 'imported', detail: `${title} (2)` })
      expect(await instructionsOf(mine)).toBe('Cut four boards.')
    })
  })

  it('brings what nobody edited to the newer version, texts in other languages and all', async () => {
    const title = `Followed box ${++made}`
    const id = await publish(title)
    await withSubscription(async () => {
      const workflow_id = (await update()).find(entry => entry.title === title)?.workflow_id ?? 0
      const client = clientOf(reader)
      const params = { id: workflow_id }
      const before = await client.workflows.get({ params })
      // What is one's own to decide is no edit: the name, and whether it is published.
      await client.workflows.update({ params, body: { name: `My ${title}` } })
      await client.workflows.publish({ params })
      const body = { name: 'Kiste', description: 'Zum Prüfen.' }
      await clientOf(maker).translations.put({ params: { id, locale: 'de' }, body })
      await clientOf(maker).workflows.update({ params: { id }, body: { category: 'Boxes' } })
      await republish(id, 'Cut five boards.')
      const { code, stdout } = await presets('update', 'Maker')
      expect(code).toBe(0)
      expect(folded(stdout)).toContain(
        `~ Updated workflow ${workflow_id}, My ${title}: 1 part changed; publish it again to pass that on.`,
      )
      const after = await client.workflows.get({ params })
      expect(after).toMatchObject({ name: `My ${title}`, category: 'Boxes', locales: ['de'], status: 'published' })
      expect(after.steps.map(step => step.id)).toEqual(before.steps.map(step => step.id))
      expect(await instructionsOf(workflow_id)).toBe('Cut five boards.')
      expect((await update()).find(entry => entry.title === title)).toMatchObject({ action: 'current' })
    })
  })

  it('never writes over what was edited: it stays, and the newer version comes as a copy if wanted', async () => {
    const title = `Edited box ${++made}`
    const id = await publish(title)
    await withSubscription(async () => {
      const first = (await update()).find(entry => entry.title === title)?.workflow_id ?? 0
      await change(clientOf(reader), first, 'Cut my own boards.')
      await republish(id, 'Cut six boards.')
      const left = await presets('update')
      expect(folded(left.stdout)).toContain(
        `! “${title}” has a newer version, but you edited workflow ${first}: left as it is. With --copies it comes as a copy.`,
      )
      const copied = (await update('--copies')).find(entry => entry.title === title)
      expect(copied).toMatchObject({ action: 'copied', detail: `${title} (2)` })
      expect(await instructionsOf(first)).toBe('Cut my own boards.')
      expect(await instructionsOf(copied?.workflow_id ?? 0)).toBe('Cut six boards.')
      // From then on it is the copy that follows.
      await republish(id, 'Cut seven boards.')
      expect((await update()).find(entry => entry.title === title)).toMatchObject({
        action: 'updated',
        workflow_id: copied?.workflow_id,
      })
      expect(await instructionsOf(first)).toBe('Cut my own boards.')
    })
  })

  it('does not bring back what was deleted', async () => {
    const title = `Deleted box ${++made}`
    const id = await publish(title)
    await withSubscription(async () => {
      const workflow_id = (await update()).find(entry => entry.title === title)?.workflow_id ?? 0
      await clientOf(reader).workflows.delete({ params: { id: workflow_id } })
      await republish(id, 'Cut eight boards.')
      expect((await presets('update')).stdout).toContain(`- “${title}” has a newer version, but you deleted`)
      expect((await presets('update')).stdout).not.toContain(title)
    })
  })

  it('goes on where it broke off, and imports nothing twice', async () => {
    const titles = [`Broken A ${++made}`, `Broken B ${made}`]
    for (const title of titles) await publish(title)
    let lost = 0
    // Passes everything on, but the first answer to an import gets lost.
    const between = createServer((request, response) => {
      void (async () => {
        const chunks: Uint8Array[] = []
        for await (const chunk of request) chunks.push(chunk as Uint8Array)
        const { method = 'GET', url = '', headers } = request
        const names = ['authorization', 'content-type', 'idempotency-key', 'if-match']
        const passed = names.flatMap(name => (typeof headers[name] === 'string' ? [[name, headers[name]]] : []))
        const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
        const answer = await reader.app.request(url, { method, headers: Object.fromEntries(passed), ...body })
        const text = await answer.text()
        if (url.includes('/workflows/import') && lost++ === 0) response.destroy()
        else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
      })()
    })
    await new Promise<void>(resolve => between.listen(0, '127.0.0.1', resolve))
    const address = between.address()
    const server = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    await withSubscription(async () => {
      const first = await presets('update', '--server', server)
      expect(first.code).toBe(6)
      const second = await presets('update', '--server', server)
      expect(second.code).toBe(0)
      const { items } = await clientOf(reader).workflows.list({ query: { limit: 100 } })
      for (const title of titles) {
        expect(second.stdout).toContain(`Imported “${title}”`)
        expect(items.filter(({ name }) => name.startsWith(title)).map(({ name }) => name)).toEqual([title])
      }
      expect(lost).toBeGreaterThan(2)
    })
    between.closeAllConnections()
    await new Promise(resolve => between.close(resolve))
  })

  it('goes on with an update of which only the graph was written', async () => {
    const title = `Halfway box ${++made}`
    const id = await publish(title)
    await withSubscription(async () => {
      const workflow_id = (await update()).find(entry => entry.title === title)?.workflow_id ?? 0
      await clientOf(maker).workflows.update({ params: { id }, body: { category: 'Boxes' } })
      await republish(id, 'Cut nine boards.')
      await change(clientOf(reader), workflow_id, 'Cut nine boards.')
      expect((await update()).find(entry => entry.title === title)).toMatchObject({ action: 'updated', workflow_id })
      const params = { id: workflow_id }
      expect(await clientOf(reader).workflows.get({ params })).toMatchObject({ category: 'Boxes' })
    })
  })

  it('names what could not be taken over, and goes on with the rest', async () => {
    const client = clientOf(maker)
    const code = 'turning'
    await client.enums.create({ params: { type: 'workflow_step_type' }, body: { code, display_text: 'Turning' } })
    const preset = boxPreset(`Turned box ${++made}`)
    const steps = preset.workflow.steps.map(step => (step.id === 1 ? { ...step, step_type: code } : step))
    const { id } = await client.presets.import({ body: { ...preset, workflow: { ...preset.workflow, steps } } })
    await client.workflows.publish({ params: { id } })
    const plain = `Plain box ${made}`
    await publish(plain)
    await withSubscription(async () => {
      const result = await presets('update')
      expect(result.code).toBe(1)
      expect(result.stdout).toContain(`Imported “${plain}” as workflow`)
      expect(result.stdout).toContain(`! “Turned box ${made}” was not taken over:`)
      expect(result.stdout).toContain('1 failed')
      expect(folded(result.stderr)).toContain('1 preset could not be taken over.')
      // It is tried again as soon as it can work.
      const params = { type: 'workflow_step_type' }
      await clientOf(reader).enums.create({ params, body: { code, display_text: 'Turning' } })
      expect(await update()).toContainEqual(
        expect.objectContaining({ title: `Turned box ${made}`, action: 'imported' }),
      )
    })
  })

  it('stops for somebody who may not import, or is not signed in', async () => {
    const member = await reader.app.createUser()
    await publish()
    await withSubscription(async () => {
      const refused = await reader.cli.run(['presets', 'update'], { environment: reader.as(member) })
      expect(refused.code).toBe(1)
      expect(folded(refused.stderr)).toContain('Only a superuser may import presets here.')
      const unsigned = await reader.cli.run(['presets', 'update'], { environment: { HIDESYNC_TOKEN: '' } })
      expect(unsigned.code).toBe(3)
    })
  })

  it.each([
    [['update'], 2, 'You are subscribed to nothing.'],
    [['update', 'nobody'], 4, 'You have no subscription whose name begins with “nobody”.'],
    [['unsubscribe', 'nobody'], 4, 'You have no subscription whose name begins with “nobody”.'],
  ] as const)('refuses %j where there is no subscription', async (args, code, text) => {
    const result = await presets(...args)
    expect(result.code).toBe(code)
    expect(folded(result.stderr)).toContain(text)
  })
})

it('reads every page of a library', async () => {
  const client = clientOf(maker)
  const titles = Array.from({ length: 22 }, (_, index) => `Paged box ${index}`)
  for (const title of titles) {
    const { id } = await client.presets.import({ body: boxPreset(title) })
    await client.workflows.publish({ params: { id } })
  }
  await withSubscription(async () => {
    const dry = (await presets('update', '--dry-run', '--json')).json() as { entries: Entry[] }[]
    const seen = dry.flatMap(({ entries }) => entries.map(({ title }) => title))
    expect(seen).toEqual(expect.arrayContaining(titles))
    expect(new Set(seen).size).toBe(seen.length)
  })
})
