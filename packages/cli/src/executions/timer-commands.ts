import type { TimerOfRun } from '@hidesync/contract/executions/timer.schemas'
import { type CliContext, examples, type Register, show } from '../command-line/context.ts'
import { minutes } from '../command-line/values.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { table } from '../terminal/table.ts'
import { sayClock } from '../terminal/words.ts'
import { executionHelp } from './command-result.ts'
import { resolveExecution } from './resolve-execution.ts'
import { pickCounted, resolveStep } from './resolve-step.ts'

const timerHelp = 'Its number in the list, or the beginning of its label.'

const nameOf = ({ label, step_name }: TimerOfRun): string => label || step_name || 'Timer'

/** What is left as a clock shows it; of one that is over, how long ago it ended. */
const leftOf = ({ remaining }: TimerOfRun): string =>
  remaining > 0 ? sayClock(remaining * 60_000) : `+${sayClock(-remaining * 60_000)}`

/** The timer that a person names as the list shows it. */
async function resolveTimer({ client }: CliContext, text: string): Promise<TimerOfRun> {
  const timers = (await client.timers.mine()).map((timer, index) => ({ id: index + 1, name: nameOf(timer), timer }))
  return pickCounted(text, timers, 'timer').timer
}

const registerList: Register = (parent, open) => {
  parent
    .command('list', { isDefault: true })
    .description('List the timers of your open runs, the next to end first.')
    .addHelpText('after', examples('timers list', 'timers list --json'))
    .action(async (_options, command) => {
      const context = await open(command)
      const timers = await context.client.timers.mine()
      const rows = timers.map((timer, index) => ({ ...timer, number: index + 1 }))
      show(context, timers, () =>
        rows.length === 0
          ? 'No timer runs. Start one with: hidesync timers start <minutes> <label>'
          : table(
              context.terminal,
              [
                { title: 'No.', cell: row => String(row.number) },
                { title: 'Timer', cell: nameOf, flexible: true },
                { title: 'Left', cell: leftOf },
                { title: 'Status', cell: row => row.status },
                { title: 'Run', cell: row => String(row.execution_id) },
              ],
              rows,
            ),
      )
    })
}

const registerStart: Register = (parent, open) => {
  parent
    .command('start')
    .description('Start a timer in a run.')
    .argument('<minutes>', 'How long, such as 25 or 7.5.', minutes)
    .argument('[label...]', 'What for.')
    .option('--run <execution>', executionHelp)
    .option('--step <step>', 'The step that it belongs to: its number, the beginning of its name, or #id.')
    .addHelpText('after', examples('timers start 20 Glue', 'timers start 90 Second coat --run 12 --step oil'))
    .action(
      async (
        length: number,
        words: readonly string[],
        options: { readonly run?: string; readonly step?: string },
        command,
      ) => {
        const context = await open(command)
        const id = await resolveExecution(context, options.run)
        const step_id = options.step === undefined ? null : await resolveStep(context, id, options.step)
        const body = { minutes: length, step_id, label: words.length === 0 ? null : words.join(' ') }
        const execution = await context.client.timers.start({ params: { id }, body })
        show(context, execution, () => `Started a timer of ${length} min in run ${id}.`)
      },
    )
}

const commands = {
  pause: { description: 'Stop a timer, keeping what is left.', done: 'Paused' },
  resume: { description: 'Let a paused timer go on.', done: 'Resumed' },
  stop: { description: 'Take a timer away, or say that you heard it.', done: 'Stopped' },
} as const

const registerPlain =
  (name: keyof typeof commands): Register =>
  (parent, open) => {
    const { description, done } = commands[name]
    parent
      .command(name)
      .description(description)
      .argument('<timer>', timerHelp)
      .addHelpText('after', examples(`timers ${name} glue`, `timers ${name} 1`))
      .action(async (text: string, _options, command) => {
        const context = await open(command)
        const timer = await resolveTimer(context, text)
        const params = { id: timer.execution_id, timer_id: timer.id }
        const execution = await context.client.timers[name]({ params })
        show(context, execution, () => `${done} “${cleanLine(nameOf(timer))}”.`)
      })
  }

const registerExtend: Register = (parent, open) => {
  parent
    .command('extend')
    .description('Give a timer more minutes; one that is over counts on from now.')
    .argument('<timer>', timerHelp)
    .argument('<minutes>', 'How many, such as 5 or 0.5.', minutes)
    .option('--less', 'Take them away instead.')
    .addHelpText('after', examples('timers extend glue 5', 'timers extend 1 10 --less'))
    .action(async (text: string, by: number, { less = false }: { readonly less?: boolean }, command) => {
      const context = await open(command)
      const timer = await resolveTimer(context, text)
      const params = { id: timer.execution_id, timer_id: timer.id }
      const execution = await context.client.timers.extend({ params, body: { minutes: less ? -by : by } })
      show(context, execution, () => `“${cleanLine(nameOf(timer))}” has ${by} min ${less ? 'less' : 'more'}.`)
    })
}

export const registerTimers: Register = (parent, open) => {
  const timers = parent.command('timers').description('Start timers in your runs, and see what is left of them.')
  const registers = [registerList, registerStart, ...(['pause', 'resume', 'stop'] as const).map(registerPlain)]
  for (const register of [...registers, registerExtend]) register(timers, open)
}
