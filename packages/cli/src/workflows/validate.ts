import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { CliError } from '../command-line/cli-error.ts'
import { examples, type Register, show } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'
import { resolveWorkflow } from './resolve-workflow.ts'

type Report = RouteOutput<Routes['workflows']['validation']>
type Finding = Report['errors'][number]

const lines = ({ width, style }: Terminal, { code, message, path, story, fix }: Finding): string[] => [
  ...wrap(`${message} ${style.quiet(`(${path})`)}`, width, `  ${code}  `),
  ...(story === undefined || story.length === 0 ? [] : wrap(`How: ${cleanLine(story.join(', '))}.`, width, '      ')),
  ...(fix === undefined ? [] : wrap(`Fix: ${cleanLine(fix.title)}.`, width, '      ')),
]

/** The findings, the gravest first, with how many there are of each kind. */
export function describeReport(terminal: Terminal, { valid, errors, warnings, hints }: Report): string {
  const section = (title: string, findings: readonly Finding[]): string[] =>
    findings.length === 0 ? [] : [title, ...findings.flatMap(finding => lines(terminal, finding))]
  const { style } = terminal
  return [
    ...section(style.bad(plural(errors.length, 'error')), errors),
    ...section(plural(warnings.length, 'warning'), warnings),
    ...section(plural(hints.length, 'hint'), hints),
    valid
      ? style.good('It can be published as far as the graph goes.')
      : style.bad('Mend the errors before publishing.'),
  ].join('\n')
}

export const registerWorkflowValidate: Register = (parent, open) => {
  parent
    .command('validate')
    .description('Say everything that is wrong with a workflow or doubtful. Exit code 1 if it has errors.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .addHelpText('after', examples('workflows validate 7', 'workflows validate 7 --json'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const report = await context.client.workflows.validation({ params: { id } })
      show(context, report, () => describeReport(context.terminal, report))
      if (!report.valid)
        throw new CliError('cli.invalid_workflow', `${plural(report.errors.length, 'error')} to mend.`, 1)
    })
}
