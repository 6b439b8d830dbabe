import { useEffect, useRef } from 'react'
import { useApi } from '../../../app/api.ts'
import { deviceId } from '../../../app/this-device.ts'
import { useToast } from '../../../ui/Toasts.tsx'
import { usePresence } from './use-presence.ts'

/** Says that the run is open on this device until it is left, and tells of each other device when it comes. */
export function Presence({ executionId }: { readonly executionId: number }) {
  const { client } = useApi()
  const toast = useToast()
  const others = usePresence(executionId, { isAsking: true })
  const told = useRef(new Set<string>())
  useEffect(() => {
    const come = others.filter(({ key }) => !told.current.has(key))
    if (come.length === 0) return
    for (const { key } of come) told.current.add(key)
    toast({ text: come.map(({ text }) => text).join(' ') })
  }, [others, toast])
  useEffect(() => {
    const leave = () =>
      void client.presence.leave({ params: { id: executionId, device_id: deviceId() } }).catch(() => undefined)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [client, executionId])
  return null
}
