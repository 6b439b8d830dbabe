import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { ErrorState } from '../app/ErrorState.tsx'
import { fileName, saveFile } from '../app/save-file.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog, DialogActions } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { exportFiles, exportFormats, isWhole, type ExportFormat } from './export-formats.ts'
import styles from './dialogs.module.css'
import type { WorkflowDialogProps } from './workflow-dialog.ts'

/** Saves the workflow as a file, in the form that one needs. */
export function ExportDialog({ workflow, onClose }: WorkflowDialogProps) {
  const t = useTranslations('export')
  const { client } = useApi()
  const [format, setFormat] = useState<ExportFormat>('json')
  const [translations, setTranslations] = useState(true)
  const [theme, setTheme] = useState(true)
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const parts = isWhole(format) ? { translations, theme } : {}
      return client.presets.export({ params: { id: workflow.id }, query: { format, ...parts } })
    },
    onSuccess: (content: unknown) => {
      const { ending, type } = exportFiles[format]
      saveFile(
        fileName(workflow.name, ending),
        type,
        typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
      )
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t('title', { name: workflow.name })}>
      <Select
        label={t('format')}
        options={exportFormats.map(value => ({ value, label: t(`format_${value}`) }))}
        value={format}
        onChange={value => setFormat(exportFormats.find(known => known === value) ?? 'json')}
      />
      <p className={styles['muted']}>{t(`about_${format}`)}</p>
      {isWhole(format) ? (
        <div>
          <Checkbox isSelected={translations} onChange={setTranslations}>
            {t('with_translations')}
          </Checkbox>
          <Checkbox isSelected={theme} onChange={setTheme}>
            {t('with_theme')}
          </Checkbox>
        </div>
      ) : null}
      {save.isError ? <ErrorState error={save.error} onRetry={() => save.mutate()} /> : null}
      <DialogActions>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button variant="primary" isPending={save.isPending} onPress={() => save.mutate()}>
          <Download aria-hidden size={18} />
          {save.isPending ? t('saving') : t('submit')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
