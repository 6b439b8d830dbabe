import { largestPhoto, photoTypes } from '@hidesync/contract/executions/photo-files'
import type { StepDefinition } from '@hidesync/domain/workflows/definition'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../../app/api.ts'
import { useErrorText } from '../../app/error-text.ts'
import { useToast } from '../../ui/Toasts.tsx'
import type { Execution } from '../execution.ts'

const megabyte = 1024 * 1024

/** The photos of a run: those that the server has, and those that wait on this device. */
export function usePhotos({ id, workflow_name }: Pick<Execution, 'id' | 'workflow_name'>) {
  const t = useTranslations('photos')
  const toast = useToast()
  const errorText = useErrorText()
  const { client, photos } = useApi()
  const queryClient = useQueryClient()
  /** Why something could not be done: stays until something else is. */
  const [trouble, setTrouble] = useState<string | null>(null)
  const queryKey = ['execution', id, 'photos']
  const sent = useQuery({
    queryKey,
    queryFn: ({ signal }) => client.photos.list({ params: { id } }, { signal }),
  })
  const all = useSyncExternalStore(photos.waiting.subscribe, photos.waiting.get)
  const waiting = all.filter(({ execution_id }) => execution_id === id)

  const keep = async (step: StepDefinition, file: File): Promise<string | null> => {
    if (!photoTypes.some(type => type === file.type)) return t('wrong_type')
    if (file.size > largestPhoto) return t('too_large', { megabytes: largestPhoto / megabyte })
    try {
      const taken = { execution_id: id, step_id: step.id, workflow_name, step_name: step.name, media_type: file.type }
      await photos.keep(taken, await file.arrayBuffer())
      return null
    } catch {
      return t('no_room')
    }
  }
  const add = async (step: StepDefinition, file: File): Promise<void> => {
    const refused = await keep(step, file)
    setTrouble(refused)
    if (refused === null) toast({ text: t('kept') })
  }
  const remove = async (photoId: number): Promise<void> => {
    try {
      await client.photos.remove({ params: { id, photo_id: photoId } })
      setTrouble(null)
      toast({ text: t('removed') })
    } catch (error) {
      setTrouble(t('not_removed', { reason: errorText(error) }))
    }
    await queryClient.invalidateQueries({ queryKey })
  }
  return { sent, waiting, trouble, add, remove, discard: photos.discard.bind(photos) }
}
