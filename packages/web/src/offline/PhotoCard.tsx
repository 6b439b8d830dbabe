import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useApi } from '../app/api.ts'
import { fileName, saveFile } from '../app/save-file.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { DiscardDialog } from './DiscardDialog.tsx'
import styles from './outbox.module.css'
import type { WaitingPhoto } from './photo-box.ts'
import { WaitingPicture } from './WaitingPicture.tsx'

/** A photo that the server would not take: which one, why, and what may become of it. */
export function PhotoCard({ photo }: { readonly photo: WaitingPhoto }) {
  const t = useTranslations('offline')
  const format = useFormatter()
  const { photos } = useApi()
  const [isAsked, setIsAsked] = useState(false)
  const { id, media_type, problem, step_name: step, workflow_name: name } = photo
  const time = format.dateTime(photo.taken_at, { weekday: 'short', hour: 'numeric', minute: 'numeric' })
  const save = async () => {
    const bytes = await photos.picture(id)
    if (bytes === undefined) return
    const ending = media_type.slice('image/'.length)
    saveFile(fileName(`${name} ${step}`, ending), media_type, bytes)
  }
  return (
    <Banner
      tone="warning"
      announce="note"
      label={t('needs_attention')}
      icon={<TriangleAlert aria-hidden />}
      actions={
        <span className={styles['actions']}>
          <Button variant="primary" onPress={() => void photos.retry([photo]).catch(() => undefined)}>
            {t('photo_again')}
          </Button>
          <Button onPress={() => void save().catch(() => undefined)}>{t('photo_save')}</Button>
          <Button variant="quiet" onPress={() => setIsAsked(true)}>
            {t('discard')}
          </Button>
        </span>
      }
    >
      <span className={styles['photo']}>
        <WaitingPicture photo={photo} alt={t('photo_of', { step })} />
        <span className={styles['what']}>
          <strong>{t('photo_not_taken', { name, step, time })}</strong>
          <span>{problem?.message}</span>
        </span>
      </span>
      {isAsked ? (
        <DiscardDialog
          lead={t('photo_discard_lead', { step })}
          onDiscard={() => void photos.discard(photo).catch(() => undefined)}
          onClose={() => setIsAsked(false)}
        />
      ) : null}
    </Banner>
  )
}
