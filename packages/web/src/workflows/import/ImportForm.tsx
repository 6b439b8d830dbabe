import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ErrorState } from '../../app/ErrorState.tsx'
import { chooseLocale, interfaceLanguages } from '../../app/i18n.ts'
import { contentLanguages, ownName } from '../../app/language.ts'
import { paths } from '../../app/paths.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { buttonClass } from '../../ui/button-class.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Chip, type ChipTone } from '../../ui/Chip.tsx'
import { Select } from '../../ui/Select.tsx'
import { numberedName } from '@hidesync/domain/workflows/numbered-name'
import { isPlainList, type ImportSource } from './import-file.ts'
import styles from './import.module.css'
import type { ImportChoice, ImportReport, Verdict } from './use-import.ts'

interface ImportFormProps {
  readonly source: ImportSource
  readonly report: ImportReport
  readonly verdict: Verdict
  readonly isPending: boolean
  readonly error: unknown
  readonly onImport: (choice: ImportChoice) => void
}

/** What of the stock is taken for what the steps name, and the button that imports. */
export function ImportForm({ source, report, verdict, isPending, error, onImport }: ImportFormProps) {
  const t = useTranslations('import')
  const [match, setMatch] = useState(true)
  const [language, setLanguage] = useState(chooseLocale([useLocale()]).catalogue)
  const name = report.preview?.name ?? ''
  if (verdict === 'forbidden') return <NotAllowed />
  return (
    <section aria-labelledby="bring" className={styles['section']}>
      <h2 id="bring">{t('bring')}</h2>
      <Resources report={report} />
      {report.resources.some(resource => resource.match === 'matched') ? (
        <Checkbox isSelected={match} onChange={setMatch}>
          {t('match')}
        </Checkbox>
      ) : null}
      {isPlainList(source) ? (
        <Select
          label={t('language')}
          options={[...new Set([language, ...contentLanguages(), ...interfaceLanguages])].map(tag => ({
            value: tag,
            label: ownName(tag),
            lang: tag,
          }))}
          value={language}
          onChange={setLanguage}
        />
      ) : null}
      {verdict === 'name_taken' ? <Banner tone="warning">{t('name_taken', { name })}</Banner> : null}
      {error ? <ErrorState error={error} /> : null}
      <Button
        variant="primary"
        size="large"
        isPending={isPending}
        onPress={() =>
          onImport({ rename: verdict === 'name_taken', match, language: isPlainList(source) ? language : null })
        }
      >
        {isPending
          ? t('importing')
          : verdict === 'name_taken'
            ? t('import_as', { name: numberedName(name, [name]) })
            : t('import_now')}
      </Button>
      <p className={styles['muted']}>{t('whole')}</p>
    </section>
  )
}

const tones = { matched: 'success', similar: 'warning', new: 'neutral' } as const satisfies Record<string, ChipTone>

/** What the steps need, and whether the workshop has it. */
function Resources({ report: { resources } }: { readonly report: ImportReport }) {
  const t = useTranslations('import')
  if (resources.length === 0) return null
  return (
    <div>
      <h3>{t('resources', { count: resources.length })}</h3>
      <ul className={styles['resources']}>
        {resources.map(({ resource_type, name, unit, match, candidates }) => (
          <li key={`${resource_type} ${name} ${unit}`}>
            <span>
              {name}
              {candidates.length > 0 ? (
                <span className={styles['muted']}>
                  {' '}
                  {t('similar_to', { names: candidates.map(candidate => candidate.name).join(', ') })}
                </span>
              ) : null}
            </span>
            <Chip tone={tones[match]}>{t(`match_${match}`)}</Chip>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Importing is for administrators here: what everybody else can do. */
function NotAllowed() {
  const t = useTranslations('import')
  return (
    <section aria-labelledby="bring" className={styles['section']}>
      <h2 id="bring">{t('bring')}</h2>
      <Banner
        tone="info"
        actions={
          <Link to={paths.templates} className={buttonClass()}>
            {t('to_templates')}
          </Link>
        }
      >
        {t('not_allowed')}
      </Banner>
    </section>
  )
}
