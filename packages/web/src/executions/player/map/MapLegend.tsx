import type { ConnectionType } from '@hidesync/domain/workflows/definition'
import { useTranslations } from 'use-intl'
import { cx } from '../../../ui/cx.ts'
import styles from './map.module.css'

/** What the lines of this map mean: each kind has its own dashes and its own word. */
export function MapLegend({ kinds }: { readonly kinds: readonly ConnectionType[] }) {
  const t = useTranslations('map')
  return (
    <dl aria-label={t('legend')} className={styles['legend']}>
      {kinds.map(kind => (
        <div key={kind}>
          <dt>
            <svg aria-hidden width="40" height="8" className={cx(styles['way'], styles[kind])}>
              <path d="M0 4h40" />
            </svg>
          </dt>
          <dd>{t(`edge_${kind}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
