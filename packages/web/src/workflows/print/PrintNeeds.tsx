import { useTranslations } from 'use-intl'
import { quantityFor, type Need } from '../needs.ts'
import { useQuantityText } from '../use-quantity-text.ts'
import type { PrintOptions } from './print-options.ts'
import styles from './print-sheet.module.css'

interface PrintNeedsProps {
  readonly title: string
  readonly needs: readonly Need[]
  readonly pieces: number
  readonly options: PrintOptions
}

/** Materials or tools as a table, each with a box to be ticked. */
export function PrintNeeds({ title, needs, pieces, options }: PrintNeedsProps) {
  const t = useTranslations('print')
  const quantityText = useQuantityText()
  if (needs.length === 0) return null
  return (
    <table className={styles['needs']}>
      <thead>
        <tr>
          {options.boxes ? (
            <th scope="col" className={styles['tick']}>
              <span className="visually-hidden">{t('tick')}</span>
            </th>
          ) : null}
          <th scope="col">{title}</th>
          <th scope="col" className={styles['amount']}>
            {t('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {needs.map(need => (
          <tr key={`${need.name}|${need.unit}`}>
            {options.boxes ? <td className={styles['tick']}>☐</td> : null}
            <td>
              <bdi>{need.name}</bdi>
              {need.is_optional ? ` ${t('optional')}` : null}
            </td>
            <td className={styles['amount']}>{quantityText(quantityFor(need, pieces), need.unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
