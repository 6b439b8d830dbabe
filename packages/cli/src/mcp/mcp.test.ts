import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CliApp, openCliApp } from '../testing/cli-app.ts'

describe('hidesync mcp', () => {
  let product: CliApp
  let workflow_id: number
  beforeAll(async () => {
    product = await openCliApp()
    workflow_id = await product.importBox('Box by assistant')
  })
  afterAll(() => product.close())

  /** Starts the bundled client as an assistant does. */
  const withAssistant = async (environment: Record<string, string>, use: (client: Client) => Promise<void>) => {
    const client = new Client({ name: 'test', version: '1' })
    const { home } = product.cli
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [join(home, 'hidesync.mjs'), 'mcp'],
      env: { HOME: home, XDG_CONFIG_HOME: join(home, 'config'), HIDESYNC_SERVER: product.app.url, ...environment },
      stderr: 'inherit',
    })
    await client.connect(transport)
    try {
      await client.listTools()
      await use(client)
    } finally {
      await client.close()
    }
  }
  const call = async (client: Client, name: string, args: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: args })) as CallToolResult
  const done = async (client: Client, name: string, args: Record<string, unknown>) => {
    const result = await call(client, name, args)
    expect(result.isError, JSON.stringify(result.content)).not.toBe(true)
    return result.structuredContent as Record<string, unknown>
  }

  it('lets an assistant lead a whole run in the maker’s words', async () => {
    const token = { HIDESYNC_TOKEN: product.app.admin.token }
    await withAssistant(token, async client => {
      const { tools } = await client.listTools()
      expect(tools.length).toBeGreaterThan(20)
      const { id: execution_id } = await done(client, 'start_run', { workflow_id })
      const say = (command: string) => done(client, 'say', { execution_id, command })
      expect(await say('done')).toMatchObject({ success: true })
      expect(await say('nails')).toMatchObject({ success: true, intent: 'decide' })
      expect(await say('done')).toMatchObject({ success: true })
      const now = (await done(client, 'get_run', { execution_id })) as {
        current_step: { id: number; name: string }
      }
      expect(now.current_step.name).toBe('Let glue set')
      await done(client, 'complete_step', { execution_id, step_id: now.current_step.id, override: true })
      expect(await say('passed')).toMatchObject({ success: true, intent: 'complete' })
      expect(await say('done')).toMatchObject({ success: true, run: { status: 'completed' } })
      const { contents } = await client.readResource({ uri: `hidesync://runs/${Number(execution_id)}` })
      expect(contents).toMatchObject([{ text: expect.stringMatching(/completed: 5 of|completed/) }])
      expect((await client.getPrompt({ name: 'guide_me' })).messages.length).toBe(1)
    })
  })

  it('tells an assistant that nobody has signed in, and goes on answering', async () => {
    await withAssistant({}, async client => {
      const result = await call(client, 'list_runs', {})
      expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringMatching(/Sign in/) }] })
      expect(await client.listTools()).toMatchObject({ tools: expect.any(Array) })
    })
  })

  it('tells an assistant that the server is not there', async () => {
    await withAssistant({ HIDESYNC_SERVER: 'http://127.0.0.1:1', HIDESYNC_TOKEN: 'x' }, async client => {
      const result = await call(client, 'list_runs', {})
      expect(result).toMatchObject({
        isError: true,
        content: [{ text: expect.stringMatching(/could not be reached/) }],
      })
    })
  })

  it('puts nothing but the protocol on its output, whatever it is sent, and ends with its input', async () => {
    const initialize = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    }
    const input = ['not json', '{"jsonrpc":"2.0"}', JSON.stringify(initialize), ''].join('\n')
    const { code, stdout } = await product.cli.run(['mcp'], { input })
    expect(code).toBe(0)
    const lines = stdout.trim().split('\n')
    expect(lines.length).toBe(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: 1, result: { serverInfo: { name: 'hidesync' } } })
  })
})
