import { CliError } from '../command-line/cli-error.ts'
import { examples, type Register, show } from '../command-line/context.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { plural } from '../terminal/words.ts'
import { wrap } from '../terminal/wrap.ts'
import { presetReport, type PresetReport } from './preset-report.ts'
import { readPresetFile } from './read-preset-file.ts'

interface FileReport extends PresetReport {
  readonly file: string
}

function describe({ width, style }: Terminal, { file, valid, errors, warnings }: FileReport): string {
  const lines = (findings: PresetReport['errors'], mark: string): string[] =>
    findings.flatMap(({ path, code, message }) =>
      wrap(
        `${cleanLine(code)}: ${cleanLine(message)}${path === '' ? '' : style.quiet(` (${cleanLine(path)})`)}`,
        width,
        `  ${mark} `,
      ),
    )
  const counts = [
    ...(errors.length > 0 ? [plural(errors.length, 'error')] : []),
    ...(warnings.length > 0 ? [plural(warnings.length, 'warning')] : []),
  ].join(', ')
  const verdict = valid ? style.good('valid') : style.bad('not valid')
  return [
    ...wrap(`${cleanLine(file)}: ${verdict}${counts === '' ? '' : ` (${counts})`}`, width),
    ...lines(errors, 'Error:'),
    ...lines(warnings, 'Warning:'),
  ].join('\n')
}

export const registerValidate: Register = (parent, open) => {
  parent
    .command('validate')
    .description('Check preset files on this machine, without a server. Exit code 1 if one is not valid.')
    .argument('<file...>', 'Preset files; “-” is the standard input.')
    .addHelpText('after', examples('validate wallet.json', 'validate presets/*.json --json'))
    .action(async (files: readonly string[], _options, command) => {
      const context = await open(command)
      const reports: FileReport[] = []
      for (const file of files) {
        const read = await readPresetFile(context, file)
        reports.push({ file, ...presetReport(read) })
      }
      // One file gives the API's report, several a list that names the files.
      const document = reports.length === 1 ? checkOnly(reports[0]) : reports
      show(context, document, () => reports.map(report => describe(context.terminal, report)).join('\n'))
      const bad = reports.filter(report => !report.valid).length
      if (bad > 0)
        throw new CliError('cli.invalid_preset', `${plural(bad, 'file')} of ${reports.length} cannot be imported.`, 1)
    })
}

const checkOnly = (report: FileReport | undefined): PresetReport => {
  const { valid = false, errors = [], warnings = [] } = report ?? {}
  return { valid, errors, warnings }
}
