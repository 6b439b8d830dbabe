import { FileUp } from 'lucide-react'
import { useId, useState, type DragEvent } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Form } from '../../ui/Form.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { acceptedEndings, readFile, readPasted, type ImportSource } from './import-file.ts'
import styles from './import.module.css'

interface ChooseFileProps {
  readonly onChoose: (source: ImportSource) => void
  /** Name of the file that was chosen last. */
  readonly chosen: string | null
}

/** A file that is chosen or dropped, or a text that is pasted. */
export function ChooseFile({ onChoose, chosen }: ChooseFileProps) {
  const t = useTranslations('import')
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [text, setText] = useState('')
  const take = (file: File | undefined) => {
    if (file) void readFile(file).then(onChoose)
  }
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer.files[0])
    },
  }
  return (
    <section aria-labelledby={`${id}-title`} className={styles['section']}>
      <h2 id={`${id}-title`}>{t('choose')}</h2>
      <div className={cx(styles['drop'], isOver && styles['over'])} {...drop}>
        <FileUp aria-hidden size={32} />
        <label htmlFor={id}>{t('choose_file')}</label>
        <input
          id={id}
          type="file"
          accept={acceptedEndings}
          onChange={event => {
            take(event.target.files?.[0])
            // The same file, mended, may be chosen again.
            event.target.value = ''
          }}
        />
        <p className={styles['muted']}>{chosen === null ? t('formats') : t('chosen', { file: chosen })}</p>
      </div>
      <Disclosure title={t('paste')} level={3}>
        <Form
          className={styles['paste']}
          onSubmit={() => {
            if (text.trim() !== '') onChoose(readPasted(text))
          }}
        >
          <TextField label={t('pasted')} help={t('paste_help')} rows={8} value={text} onChange={setText} />
          <Button type="submit" isDisabled={text.trim() === ''}>
            {t('check')}
          </Button>
        </Form>
      </Disclosure>
    </section>
  )
}
