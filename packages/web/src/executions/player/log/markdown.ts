import type { LogEntry } from './entries.ts'

interface Words {
  readonly title: string
  readonly step: (stepId: number | null) => string
  readonly time: (at: number) => string
  readonly actor: (entry: LogEntry) => string
}

const escaped = (text: string): string => text.replaceAll(/([\\`*_[\]<>#])/g, String.raw`\$1`)

/** The transcript as a Markdown document: a heading for each step, a line for each entry. */
export function toMarkdown(entries: readonly LogEntry[], { title, step, time, actor }: Words): string {
  const lines = [`# ${escaped(title)}`]
  let last: number | null | undefined
  for (const entry of entries) {
    if (entry.step_id !== last) {
      lines.push('', `## ${escaped(step(entry.step_id))}`, '')
      last = entry.step_id
    }
    const words = entry.words ?? entry.exchange?.answer.message ?? null
    const said = words === null ? '' : `: ${escaped(words).replaceAll('\n', ' / ')}`
    lines.push(`- ${time(entry.at)} · ${escaped(actor(entry))} · ${escaped(entry.text)}${said}`)
  }
  return `${lines.join('\n')}\n`
}
