import { MonitorSmartphone } from 'lucide-react'
import styles from './other-devices.module.css'
import { usePresence } from './use-presence.ts'

/** Where else the run is open, as long as it is. */
export function OtherDevices({ executionId }: { readonly executionId: number }) {
  const others = usePresence(executionId, { isAsking: false })
  if (others.length === 0) return null
  return (
    <ul className={styles['others']}>
      {others.map(({ key, text }) => (
        <li key={key} className={styles['line']}>
          <MonitorSmartphone aria-hidden size={18} />
          {text}
        </li>
      ))}
    </ul>
  )
}
