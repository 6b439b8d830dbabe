import { ApiError } from '@hidesync/contract/client'
import { largestPhoto, photoTypes } from '@hidesync/contract/executions/photo-files'
import { RawBody } from '@hidesync/contract/http/raw-body'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useApi } from '../../../app/api.ts'
import { uuidV7 } from '../../../app/uuid-v7.ts'
import { photoBox, type WaitingPhoto } from '../../../offline/photo-box.ts'
import { useToast } from '../../../ui/Toasts.tsx'

const megabyte = 1024 * 1024
/** Milliseconds until what could not be sent is tried again. */
const retry = 30_000

/** The photos of a run: those that the server has, and those that wait on this device and are sent as soon as they can be. */
export function usePhotos(executionId: number) {
  const t = useTranslations('photos')
  const toast = useToast()
  const { client } = useApi()
  const queryClient = useQueryClient()
  const sent = useQuery({
    queryKey: ['execution', executionId, 'photos'],
    queryFn: ({ signal }) => client.photos.list({ params: { id: executionId } }, { signal }),
  })
  const waiting = useQuery({
    queryKey: ['photo-box', executionId],
    queryFn: () => photoBox.of(executionId),
    networkMode: 'always',
    staleTime: Infinity,
  })
  const refresh = useCallback(
    () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['execution', executionId, 'photos'] }),
        queryClient.invalidateQueries({ queryKey: ['photo-box', executionId] }),
      ]),
    [queryClient, executionId],
  )

  /** Sends one; what the server refuses for good is not tried again. */
  const send = useCallback(
    async ({ id, execution_id, step_id, media_type, bytes }: WaitingPhoto): Promise<void> => {
      const body = new RawBody(media_type, new Uint8Array(bytes))
      try {
        await client.photos.add({ params: { id: execution_id, step_id }, body }, { idempotencyKey: id })
        await photoBox.drop(id)
      } catch (error) {
        const isRefused = error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429
        if (!isRefused || error.status === 401) return
        await photoBox.drop(id)
        toast({ text: t('failed', { reason: error.message }) })
      }
    },
    [client, toast, t],
  )
  const sendAll = useCallback(
    // One tab at a time, so that a large picture does not travel twice.
    () =>
      withLock('hidesync-photos', async () => {
        const all = await photoBox.of(executionId)
        for (const photo of all) await send(photo)
        if (all.length > 0) await refresh()
      }),
    [executionId, send, refresh],
  )
  const count = waiting.data?.length ?? 0
  useEffect(() => {
    if (count === 0) return
    const go = () => void sendAll()
    const timer = setInterval(go, retry)
    window.addEventListener('online', go)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', go)
    }
  }, [count, sendAll])

  const add = async (stepId: number, file: File): Promise<void> => {
    if (!photoTypes.some(type => type === file.type)) return toast({ text: t('wrong_type') })
    if (file.size > largestPhoto) return toast({ text: t('too_large', { megabytes: largestPhoto / megabyte }) })
    await photoBox.keep({
      id: uuidV7(),
      execution_id: executionId,
      step_id: stepId,
      media_type: file.type,
      bytes: await file.arrayBuffer(),
      taken_at: Date.now(),
    })
    await refresh()
    await sendAll()
    const left = await photoBox.of(executionId)
    toast({ text: t(left.length > 0 ? 'kept' : 'added') })
  }
  const remove = async (photoId: number): Promise<void> => {
    try {
      await client.photos.remove({ params: { id: executionId, photo_id: photoId } })
      toast({ text: t('removed') })
    } catch (error) {
      toast({ text: t('failed', { reason: error instanceof Error ? error.message : '' }) })
    }
    await refresh()
  }
  const discard = async (id: string): Promise<void> => {
    await photoBox.drop(id)
    await refresh()
  }
  return { sent, waiting: waiting.data ?? [], add, remove, discard }
}

const withLock = async (name: string, run: () => Promise<void>): Promise<void> => {
  // Not there on plain http: then each tab sends its own, and the key keeps it from counting twice.
  if ('locks' in navigator) await navigator.locks.request(name, run)
  else await run()
}
