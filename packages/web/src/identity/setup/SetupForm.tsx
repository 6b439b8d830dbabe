import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ErrorBanner } from '../../app/ErrorBanner.tsx'
import { PageHeading } from '../../app/PageHeading.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import type { SetupPageName } from './setup-pages.ts'
import styles from './setup.module.css'
import type { SetupSave } from './use-setup.ts'

interface SetupFormProps {
  readonly page: SetupPageName
  readonly save: SetupSave
  readonly onContinue: () => void
  readonly children: ReactNode
}

/** One question, what it means to leave it as it is, and the one button. */
export function SetupForm({ page, save, onContinue, children }: SetupFormProps) {
  const t = useTranslations('setup')
  const form = useRef<HTMLFormElement>(null)
  // Whoever answers by keyboard begins in the answer; the question is its name.
  useEffect(() => {
    const input = form.current?.querySelector<HTMLInputElement>('input:checked, input:not([type=radio])')
    input?.focus()
    // What stands there already is written over by typing.
    input?.select()
  }, [])
  return (
    <Form
      ref={form}
      className={styles['form']}
      onSubmit={() => {
        if (!save.isPending) onContinue()
      }}
    >
      <PageHeading title={t(`${page}_title`)} lead={t(`${page}_lead`)} />
      <ErrorBanner error={save.error} />
      {children}
      <p className={styles['skip']}>{t(`${page}_skip`)}</p>
      <div className={styles['foot']}>
        <Button type="submit" variant="primary" size="large" isPending={save.isPending}>
          {t('continue')}
        </Button>
        <Link to={paths.home}>{t('later')}</Link>
      </div>
    </Form>
  )
}
