import { Camera, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { photoTypes } from '@hidesync/contract/executions/photo-files'
import { WaitingPicture } from '../../offline/WaitingPicture.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { Execution } from '../execution.ts'
import styles from './photos.module.css'
import { usePhotos } from './use-photos.ts'

interface StepPhotosProps {
  readonly execution: Execution
  /** Whose photos are shown; where there are several, each with the name of its step. */
  readonly steps: readonly StepDefinition[]
  /** The step that takes another one; null: none does. */
  readonly addTo: StepDefinition | null
}

/** What steps looked like: photos from the camera or the disk. Without a connection they wait on this device. */
export function StepPhotos({ execution, steps, addTo }: StepPhotosProps) {
  const t = useTranslations('photos')
  const { sent, waiting, trouble, add, remove, discard } = usePhotos(execution)
  const [asked, setAsked] = useState<{ readonly number: number; readonly remove: () => Promise<void> } | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const nameOf = new Map(steps.map(({ id, name }) => [id, name]))
  const ofSteps = <P extends { readonly step_id: number }>(photos: readonly P[]) =>
    photos.flatMap(photo => {
      const step = nameOf.get(photo.step_id)
      return step === undefined ? [] : [{ ...photo, step }]
    })
  const [own, mine] = [ofSteps(sent.data ?? []), ofSteps(waiting)]
  const caption = (step: string) => (steps.length > 1 ? <bdi className={styles['state']}>{step}</bdi> : null)
  return (
    <section aria-labelledby="photos" className={styles['photos']}>
      <h2 id="photos" className={steps.length > 1 ? undefined : styles['title']}>
        {t('title')}
      </h2>
      {sent.isError && sent.data === undefined ? <p className={styles['state']}>{t('offline')}</p> : null}
      {own.length + mine.length > 0 ? (
        <ul className={styles['gallery']}>
          {own.map(({ id, url, step, created_by_name: name }, index) => (
            <li key={id}>
              <a href={url} target="_blank" rel="noreferrer">
                <img
                  src={url}
                  loading="lazy"
                  alt={
                    name === null
                      ? t('alt', { number: index + 1, step })
                      : t('alt_by', { number: index + 1, step, name })
                  }
                />
              </a>
              {caption(step)}
              <IconButton
                label={t('remove', { number: index + 1 })}
                onPress={() => setAsked({ number: index + 1, remove: () => remove(id) })}
              >
                <Trash2 aria-hidden size={18} />
              </IconButton>
            </li>
          ))}
          {mine.map((photo, index) => (
            <li key={photo.id}>
              <WaitingPicture photo={photo} alt={t('alt', { number: own.length + index + 1, step: photo.step })} />
              {caption(photo.step)}
              <span className={styles['state']}>{t(photo.problem === null ? 'waiting' : 'refused')}</span>
              <IconButton
                label={t('remove', { number: own.length + index + 1 })}
                onPress={() => setAsked({ number: own.length + index + 1, remove: () => discard(photo) })}
              >
                <Trash2 aria-hidden size={18} />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      {addTo === null ? null : (
        <>
          <input
            ref={picker}
            type="file"
            hidden
            accept={photoTypes.join(',')}
            capture="environment"
            onChange={({ target }) => {
              for (const file of target.files ?? []) void add(addTo, file)
              target.value = ''
            }}
          />
          <Button onPress={() => picker.current?.click()}>
            <Camera aria-hidden size={20} />
            {t('add')}
          </Button>
        </>
      )}
      {trouble === null ? null : (
        <Banner tone="warning" announce="alert">
          {trouble}
        </Banner>
      )}
      {asked === null ? null : (
        <Dialog isOpen onClose={() => setAsked(null)} title={t('confirm_title', { number: asked.number })}>
          <p>{t('confirm_lead')}</p>
          <DialogActions>
            <Button onPress={() => setAsked(null)}>{t('keep')}</Button>
            <Button
              variant="danger"
              onPress={() => {
                setAsked(null)
                void asked.remove().catch(() => undefined)
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
