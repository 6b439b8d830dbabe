import type { Command } from 'commander'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProgram } from './program.ts'
import { type CliUnderTest, openCli } from './testing/run-cli.ts'

let cli: CliUnderTest
beforeAll(async () => {
  cli = await openCli()
})
afterAll(() => cli.close())

const preset = (name: string): string => fileURLToPath(new URL(`../../../presets/${name}.json`, import.meta.url))
const commands = [
  'login',
  'logout',
  'mcp',
  'whoami',
  'workflows list',
  'workflows show',
  'workflows search',
  'start',
  'play',
  'status',
  'import',
  'export',
  'validate',
  'diff',
  ...'list import export from subscribe subscriptions update unsubscribe'.split(' ').map(name => `presets ${name}`),
  ...'list show export import remove'.split(' ').map(name => `translations ${name}`),
  ...'list start pause resume stop extend'.split(' ').map(name => `timers ${name}`),
  ...'list create rename delete'.split(' ').map(name => `projects ${name}`),
  ...'create pull apply validate publish status duplicate delete revisions keep restore'
    .split(' ')
    .map(name => `workflows ${name}`),
  ...'facets statistics share unshare shares rate unrate comments comment uncomment'
    .split(' ')
    .map(name => `workflows ${name}`),
  ...'list add change remove'.split(' ').map(name => `enums ${name}`),
  ...'list show create change remove'.split(' ').map(name => `themes ${name}`),
  ...'propose proposals upstream merge'.split(' ').map(name => `workflows ${name}`),
  ...'show accept decline withdraw'.split(' ').map(name => `workflows proposal ${name}`),
  ...'list show history complete decide skip fail navigate note undo pause resume cancel'
    .split(' ')
    .map(name => `executions ${name}`),
]

/** An address at which nobody listens. */
const deadAddress = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 1}`
}

describe('help', () => {
  it('names every command, the exit codes and the environment', async () => {
    const { code, stdout } = await cli.run(['--help'])
    expect(code).toBe(0)
    for (const command of commands) expect(stdout).toContain(command.split(' ')[0])
    expect(stdout).toContain('130  interrupted with Ctrl-C')
    expect(stdout).toContain('HIDESYNC_TOKEN')
  })

  it.each(commands)('of “%s” shows an example that begins with the command', name => {
    let shown = ''
    const program = createProgram({
      environment: {},
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
    })
    const command = name
      .split(' ')
      .reduce<Command>((parent, word) => parent.commands.find(each => each.name() === word)!, program)
    command.configureOutput({ writeOut: text => void (shown += text) }).outputHelp()
    expect(shown).toContain(`Examples:\n  $ hidesync ${name}`)
    expect(shown).toContain('--json')
  })

  it('leaves out no command', () => {
    const program = createProgram({
      environment: {},
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
    })
    const names = (command: Command): string[] =>
      command.commands.flatMap(each => [each.name(), ...names(each).map(name => `${each.name()} ${name}`)])
    const groups = [
      'workflows',
      'executions',
      'presets',
      'translations',
      'projects',
      'timers',
      'workflows proposal',
      'enums',
      'themes',
    ]
    const leaves = names(program).filter(name => !groups.includes(name))
    expect(leaves.toSorted()).toEqual(commands.toSorted())
  })

  it('is shown, with exit code 2, where a command is missing', async () => {
    const { code, stderr } = await cli.run(['executions'])
    expect(code).toBe(2)
    expect(stderr).toContain('Usage: hidesync executions')
  })
})

describe('wrong usage', () => {
  it.each([
    [['dance'], "unknown command 'dance'"],
    [['wokflows', 'list'], 'Did you mean workflows?'],
    [['workflows', 'list', '--colour'], "unknown option '--colour'"],
    [['workflows', 'list', '--limit', 'ten'], 'Give a whole number from 1 on.'],
    [['workflows', 'list', '--status', 'new'], 'Allowed choices are draft, active, published, deprecated, archived.'],
    [['executions', 'complete', '1', '--minutes', '-5'], 'Give minutes, from 0 to 86400'],
    [['start'], "missing required argument 'workflow'"],
    [['start', '1', '--set', 'method'], 'Give name=value, such as method=hand.'],
    [['whoami', '--server', 'ftp://x'], '“ftp://x” is no address of a server.'],
    [['login', '--email', 'a@b.c'], 'There is no terminal to ask on. Give --password-stdin and pipe it in.'],
    [['login'], 'Give --email ADDRESS.'],
    [['login', '--token', 'hs_x', '--email', 'a@b.c'], 'not with both'],
    [['executions', 'cancel', '1'], 'Give --yes.'],
  ] as const)('%j is refused with exit code 2 and says what is wrong', async (args, text) => {
    const { code, stdout, stderr } = await cli.run(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.replace(/\s+/g, ' ')).toContain(text)
  })

  it('is told in the error form with --json', async () => {
    const result = await cli.run(['workflows', 'list', '--colour', '--json'])
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.error()).toMatchObject({ code: 'cli.usage', detail: "unknown option '--colour'" })
  })
})

describe('a server that is not there', () => {
  it('is exit code 6 and a sentence that names it', async () => {
    const server = await deadAddress()
    const { code, stderr } = await cli.run(['workflows', 'list', '--server', server])
    expect(code).toBe(6)
    expect(stderr).toContain('The server could not be reached.')
    expect(stderr).toContain(server)
  })

  it('is the error form with --json', async () => {
    const result = await cli.run(['status', '--json'], { environment: { HIDESYNC_SERVER: await deadAddress() } })
    expect(result.code).toBe(6)
    expect(result.error().code).toBe('network.unreachable')
  })
})

describe('hidesync validate', () => {
  it.each(['basic_leather_project', 'simple_woodworking'])('finds %s valid without a server', async name => {
    const { code, stdout } = await cli.run(['validate', preset(name)])
    expect(stdout).toContain('valid')
    expect(code).toBe(0)
  })

  it('finds everything at once, says where, and exits with 1', async () => {
    const file = join(cli.home, 'broken.json')
    const broken = JSON.parse(readFileSync(preset('basic_leather_project'), 'utf8'))
    broken.preset_info.difficulty = 'easy'
    broken.workflow.steps[0].step_type = 'dance'
    writeFileSync(file, JSON.stringify(broken))
    const { code, stdout, stderr } = await cli.run(['validate', file])
    expect(code).toBe(1)
    expect(stdout.replace(/\s+/g, ' ')).toContain('/preset_info/difficulty')
    expect(stdout).toContain('dance')
    expect(stderr).toContain('1 file of 1 cannot be imported.')
  })

  it('gives the report of the API with --json, and a list of them for several files', async () => {
    const one = await cli.run(['validate', '--json', preset('basic_leather_project')])
    expect(one.json()).toMatchObject({ valid: true, errors: [] })
    const two = await cli.run(['validate', '--json', preset('basic_leather_project'), '-'], {
      input: '{"a": 1, "a": 2}',
    })
    expect(two.code).toBe(1)
    expect(two.json()).toMatchObject([
      { valid: true },
      {
        file: '-',
        valid: false,
        errors: [{ code: 'preset.malformed', message: 'Line 1, column 10: The field “a” stands twice in one object.' }],
      },
    ])
  })

  it('says what is wrong with a file that it cannot read', async () => {
    mkdirSync(join(cli.home, 'folder'), { recursive: true })
    writeFileSync(join(cli.home, 'latin1.json'), Buffer.from([0x22, 0xe9, 0x22]))
    const missing = await cli.run(['validate', 'nowhere.json'])
    expect(missing).toMatchObject({ code: 4, stderr: 'There is no file nowhere.json.\n' })
    const folder = await cli.run(['validate', 'folder'])
    expect(folder).toMatchObject({
      code: 2,
      stderr: 'folder is a folder. Name the files in it, such as folder/*.json.\n',
    })
    const latin = await cli.run(['validate', 'latin1.json'])
    expect(latin).toMatchObject({ code: 2, stderr: 'latin1.json is no UTF-8 text.\n' })
  })

  it('shows no escape sequence that a file holds', async () => {
    const file = join(cli.home, 'hostile.json')
    writeFileSync(
      file,
      JSON.stringify({ preset_info: { name: 'x\u001b[2J', 'evil\u001b]0;x\u0007': 1 }, workflow: {} }),
    )
    const { stdout, stderr } = await cli.run(['validate', file])
    expect(stdout + stderr).not.toContain('\u001b')
    expect(stdout).toContain('evil')
  })
})
