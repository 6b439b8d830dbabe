import { useFormatter, useTranslations } from 'use-intl'
import styles from './outbox.module.css'
import type { WaitingPhoto } from './photo-box.ts'

/** The photos that are still to be sent. */
export function WaitingPhotos({ photos }: { readonly photos: readonly WaitingPhoto[] }) {
  const t = useTranslations('offline')
  const format = useFormatter()
  return (
    <section className={styles['group']} aria-label={t('photos')}>
      <h3>{t('photos')}</h3>
      <ul className={styles['list']}>
        {photos.map(({ id, taken_at, step_name: step, workflow_name: name }) => (
          <li key={id} className={styles['row']}>
            <span className={styles['what']}>
              <span>{t('photo_in', { step, name })}</span>
              <span className={styles['detail']}>
                {format.dateTime(taken_at, { dateStyle: 'medium', timeStyle: 'short' })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
