import { Camera, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { photoTypes } from '@hidesync/contract/executions/photo-files'
import type { WaitingPhoto } from '../../../offline/photo-box.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import styles from './photos.module.css'
import { usePhotos } from './use-photos.ts'

interface StepPhotosProps {
  readonly executionId: number
  readonly step: StepDefinition
}

/** What a step looked like: photos from the camera or the disk. Without a connection they wait on this device. */
export function StepPhotos({ executionId, step }: StepPhotosProps) {
  const t = useTranslations('photos')
  const { sent, waiting, add, remove, discard } = usePhotos(executionId)
  const [asked, setAsked] = useState<{ readonly id: number; readonly number: number } | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const own = (sent.data ?? []).filter(({ step_id }) => step_id === step.id)
  const mine = waiting.filter(({ step_id }) => step_id === step.id)
  return (
    <section aria-labelledby="photos" className={styles['photos']}>
      <h2 id="photos" className={styles['title']}>
        {t('title')}
      </h2>
      {sent.isError && sent.data === undefined ? <p className={styles['state']}>{t('offline')}</p> : null}
      {own.length + mine.length > 0 ? (
        <ul className={styles['gallery']}>
          {own.map(({ id, url, created_by_name: name }, index) => (
            <li key={id}>
              <a href={url} target="_blank" rel="noreferrer">
                <img
                  src={url}
                  loading="lazy"
                  alt={
                    name === null
                      ? t('alt', { number: index + 1, step: step.name })
                      : t('alt_by', { number: index + 1, step: step.name, name })
                  }
                />
              </a>
              <IconButton
                label={t('remove', { number: index + 1 })}
                onPress={() => setAsked({ id, number: index + 1 })}
              >
                <Trash2 aria-hidden size={18} />
              </IconButton>
            </li>
          ))}
          {mine.map((photo, index) => (
            <li key={photo.id}>
              <WaitingPicture photo={photo} alt={t('alt', { number: own.length + index + 1, step: step.name })} />
              <span className={styles['state']}>{t('waiting')}</span>
              <IconButton
                label={t('remove', { number: own.length + index + 1 })}
                onPress={() => void discard(photo.id)}
              >
                <Trash2 aria-hidden size={18} />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <input
        ref={picker}
        type="file"
        hidden
        accept={photoTypes.join(',')}
        capture="environment"
        onChange={({ target }) => {
          for (const file of target.files ?? []) void add(step.id, file)
          target.value = ''
        }}
      />
      <Button onPress={() => picker.current?.click()}>
        <Camera aria-hidden size={20} />
        {t('add')}
      </Button>
      {asked === null ? null : (
        <Dialog isOpen onClose={() => setAsked(null)} title={t('confirm_title', { number: asked.number })}>
          <p>{t('confirm_lead')}</p>
          <DialogActions>
            <Button onPress={() => setAsked(null)}>{t('keep')}</Button>
            <Button
              variant="danger"
              onPress={() => {
                setAsked(null)
                void remove(asked.id)
              }}
            >
              {t('confirm')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </section>
  )
}

function WaitingPicture({ photo, alt }: { readonly photo: WaitingPhoto; readonly alt: string }) {
  const { bytes, media_type } = photo
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: media_type }))
    if (picture.current !== null) picture.current.src = made
    return () => URL.revokeObjectURL(made)
  }, [bytes, media_type])
  return <img ref={picture} alt={alt} />
}
