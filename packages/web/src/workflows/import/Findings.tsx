import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { groupFindings, withoutRepeats, type PresetFinding } from './group-findings.ts'
import styles from './import.module.css'
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
  if (findings.length === 0) return null
  const Icon = isError ? CircleAlert : TriangleAlert
  const { repeated, single } = withoutRepeats(findings)
  return (
    <div className={isError ? styles['errors'] : styles['warnings']}>
      <h3>{title}</h3>
      {repeated.map(({ said, places }) => (
        <div key={said}>
          <h4>{t('in_places', { count: places.length, said })}</h4>
          <ul>
            {places.map(({ name, path }) => (
              <li key={path}>
                <Icon aria-hidden size={18} />
                <span>
                  {name} <code>{path}</code>
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
            {these.map(({ path, message, code }, index) => (
              <li key={`${path} ${code} ${index}`}>
                <Icon aria-hidden size={18} />
                <span>
                  {message} {path === '' ? null : <code>{path}</code>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
