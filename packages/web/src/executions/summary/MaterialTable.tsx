import { useTranslations } from 'use-intl'
import { useQuantityText } from '../../workflows/use-quantity-text.ts'
import styles from '../summary.module.css'
import { materialUses, type DoneStep } from './material-use.ts'

interface MaterialTableProps {
  readonly steps: readonly DoneStep[]
  readonly pieces: number
}

/** Plan against use of every material. */
export function MaterialTable({ steps, pieces }: MaterialTableProps) {
  const t = useTranslations('summary')
  const quantityText = useQuantityText()
  const uses = materialUses(steps, pieces)
  if (uses.length === 0) return null
  const amount = (quantity: number | null, unit: string | null, otherwise: string) =>
    quantity === null ? otherwise : quantityText(quantity, unit) || '1'
  return (
    <section aria-labelledby="materials" className={styles['times']}>
      <h2 id="materials">{t('materials')}</h2>
      <table aria-labelledby="materials">
        <thead>
          <tr>
            <th scope="col">{t('material')}</th>
            <th scope="col" className={styles['number']}>
              {t('planned_short')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('used_short')}
            </th>
          </tr>
        </thead>
        <tbody>
          {uses.map(({ name, unit, planned, used }) => (
            <tr key={`${name} ${unit ?? ''}`}>
              <th scope="row">{name}</th>
              <td className={styles['number']}>{amount(planned, unit, '–')}</td>
              <td className={styles['number']}>{amount(used, unit, t('not_recorded'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
