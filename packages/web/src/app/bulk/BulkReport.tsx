import { CircleCheck, CircleX } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import styles from './bulk.module.css'

/** What became of one of several things. */
export interface BulkResult {
  readonly id: number
  readonly name: string
  /** Why it could not be done; null: it was. */
  readonly problem: string | null
}

interface BulkReportProps {
  /** What was done, in a sentence without an end: "Deleted". */
  readonly done: string
  readonly results: readonly BulkResult[]
  readonly onClose: () => void
}

/** What was done and what was not, one by one, with the reason. Nothing, where all went well: then the list says enough. */
export function BulkReport({ done, results, onClose }: BulkReportProps) {
  const t = useTranslations('bulk')
  const failed = results.filter(({ problem }) => problem !== null)
  return (
    <div className={styles['report']}>
      <output>{t('result', { done: results.length - failed.length, all: results.length })}</output>
      {failed.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('became')}</th>
            </tr>
          </thead>
          <tbody>
            {results.map(({ id, name, problem }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  <span className={styles[problem === null ? 'good' : 'bad']}>
                    {problem === null ? <CircleCheck aria-hidden size={16} /> : <CircleX aria-hidden size={16} />}
                    {problem ?? done}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Button variant="quiet" onPress={onClose}>
        {t('close')}
      </Button>
    </div>
  )
}
