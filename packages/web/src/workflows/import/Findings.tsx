import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { groupFindings, placeOf, withoutRepeats, type PresetFinding } from './group-findings.ts'
import styles from './import.module.css'
import { useFindingText } from './use-finding-text.ts'
import type { ImportReport } from './use-import.ts'

/** What is wrong with the file and where, all at once. */
export function Findings({ report }: { readonly report: ImportReport }) {
  const t = useTranslations('import')
  const { valid, errors, warnings } = report
  return (
    <section aria-labelledby="report" className={styles['section']}>
      <h2 id="report">{t('report')}</h2>
      <output className={styles['verdict']}>
        {valid ? <CircleCheck aria-hidden size={22} /> : <CircleAlert aria-hidden size={22} />}
        {valid ? t('valid', { warnings: warnings.length }) : t('invalid', { errors: errors.length })}
      </output>
      <Groups title={t('errors')} findings={errors} isError />
      <Groups title={t('warnings')} findings={warnings} />
    </section>
  )
}

interface GroupsProps {
  readonly title: string
  readonly findings: readonly PresetFinding[]
  readonly isError?: boolean
}

function Groups({ title, findings, isError = false }: GroupsProps) {
  const t = useTranslations('import')
  const inWords = useFindingText()
  if (findings.length === 0) return null
  /** `Step 2 “Cut”` in the language of the page. */
  const called = (name: string, path: string): string => {
    const { place, number } = placeOf(path)
    return number === null ? name : `${t(`place_${place}_number`, { number })} ${name.replace(/^[^“]*/, '')}`.trim()
  }
  const Icon = isError ? CircleAlert : TriangleAlert
  const { repeated, single } = withoutRepeats(findings)
  return (
    <div className={isError ? styles['errors'] : styles['warnings']}>
      <h3>{title}</h3>
      {repeated.map(({ said, first, places }) => (
        <div key={said}>
          <h4>{t('in_places', { count: places.length, said: inWords(first) ?? said })}</h4>
          {inWords(first) === null ? null : <Exact said={said} />}
          <ul>
            {places.map(({ name, path }) => (
              <li key={path}>
                <Icon aria-hidden size={18} />
                <span>
                  {called(name, path)} <code>{path}</code>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {groupFindings(single).map(({ place, number, findings: these }) => (
        <div key={`${place} ${number}`}>
          <h4>{number === null ? t(`place_${place}`) : t(`place_${place}_number`, { number })}</h4>
          <ul>
            {these.map((finding, index) => (
              <li key={`${finding.path} ${finding.code} ${index}`}>
                <Icon aria-hidden size={18} />
                <div>
                  {inWords(finding) ?? finding.message} {finding.path === '' ? null : <code>{finding.path}</code>}
                  {inWords(finding) === null ? null : <Exact said={finding.message} />}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

/** The same with all names and numbers, as the server says it. */
function Exact({ said }: { readonly said: string }) {
  return (
    <p lang="en" dir="ltr" className={styles['muted']}>
      {said}
    </p>
  )
}
