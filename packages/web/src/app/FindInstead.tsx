import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import styles from './error-state.module.css'
import { paths } from './paths.ts'

/** What one may have been looking for: the templates, searched. */
export function FindInstead() {
  const t = useTranslations('error')
  const navigate = useNavigate()
  const [text, type] = useState('')
  return (
    <search>
      <Form
        className={styles['find']}
        onSubmit={() => {
          void navigate({ to: paths.templates, search: text.trim() === '' ? {} : { search: text.trim() } })
        }}
      >
        <SearchField label={t('find')} clearLabel={t('clear_search')} value={text} onChange={type} />
        <Button type="submit">{t('find_go')}</Button>
      </Form>
    </search>
  )
}
