import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Timer } from './timer.ts'

/** Shown by the page where it can; phones let only the service worker do it. Answers how to take it away again. */
async function show(text: string, tag: string): Promise<() => void> {
  const options = { tag, requireInteraction: true }
  try {
    const notice = new Notification(text, options)
    notice.addEventListener('click', () => window.focus())
    return () => notice.close()
  } catch {
    const worker = await navigator.serviceWorker?.getRegistration()
    await worker?.showNotification(text, options)
    return () => {
      void worker?.getNotifications({ tag }).then(all => all.forEach(one => one.close()))
    }
  }
}

/** Shows each timer that rings on the device, where that is allowed, until it was heard. One tag a timer: several tabs show it once. */
export function useAlarmNotices(ringing: readonly Timer[]): void {
  const t = useTranslations('timer')
  const shown = useRef(new Map<string, Promise<() => void>>())
  useEffect(() => {
    const ids = new Set(ringing.map(({ id }) => id))
    for (const [id, close] of shown.current)
      if (!ids.has(id)) {
        shown.current.delete(id)
        close.then(
          take => take(),
          () => undefined,
        )
      }
    if (!('Notification' in window) || Notification.permission !== 'granted') return
    for (const { id, label } of ringing)
      if (!shown.current.has(id)) shown.current.set(id, show(t('done', { label }), `timer-${id}`))
  }, [ringing, t])
}
