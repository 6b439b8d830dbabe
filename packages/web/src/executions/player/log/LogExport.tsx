import { Copy, Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { saveFile } from '../../../app/save-file.ts'
import { Button } from '../../../ui/Button.tsx'
import { useToast } from '../../../ui/Toasts.tsx'
import type { Player } from '../use-player.ts'
import type { LogEntry } from './entries.ts'
import styles from './log.module.css'
import { toMarkdown } from './markdown.ts'
import { useActorText } from './use-actor-text.ts'

interface LogExportProps {
  readonly entries: readonly LogEntry[]
  readonly player: Player
}

/** Takes the transcript along, as it is filtered: to the clipboard, or as a Markdown file. */
export function LogExport({ entries, player }: LogExportProps) {
  const t = useTranslations('log')
  const format = useFormatter()
  const toast = useToast()
  const actor = useActorText()
  const { workflow_name: name, id } = player.execution
  const text = () =>
    toMarkdown(entries, {
      title: t('document', { name, id }),
      step: stepId => player.workflow.step(stepId)?.name ?? t('whole_run'),
      time: at => format.dateTime(new Date(at), { dateStyle: 'short', timeStyle: 'short' }),
      actor,
    })
  const copy = () => {
    void navigator.clipboard.writeText(text()).then(
      () => toast({ text: t('copied') }),
      () => toast({ text: t('copy_refused') }),
    )
  }
  const save = () => saveFile(`run-${id}.md`, 'text/markdown', text())
  return (
    <div className={styles['export']}>
      {/* Not there on plain http. */}
      {'clipboard' in navigator ? (
        <Button variant="quiet" onPress={copy}>
          <Copy aria-hidden size={18} />
          {t('copy')}
        </Button>
      ) : null}
      <Button variant="quiet" onPress={save}>
        <Download aria-hidden size={18} />
        {t('export')}
      </Button>
    </div>
  )
}
