import { useRef, type ReactNode } from 'react'
import { usePreferences } from '../../../app/preferences.ts'
import styles from './gestures.module.css'
import { useGestureDeeds, type GestureParts } from './use-gesture-deeds.ts'
import { useTouches } from './use-touches.ts'

/** The area in which fingers mean something: the step, and what stands in its place. Each gesture has a button, too. */
export function GestureArea({ children, ...parts }: GestureParts & { readonly children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null)
  const hold = useTouches(area, useGestureDeeds(parts))
  const { hold_ms: holdMs } = usePreferences('player')
  return (
    <div ref={area} data-gestures className={styles['area']}>
      {children}
      {hold === null ? null : (
        <svg aria-hidden viewBox="0 0 100 100" className={styles['ring']} style={{ left: hold.x, top: hold.y }}>
          <circle cx="50" cy="50" r="44" pathLength="1" className={styles['track']} />
          <circle
            cx="50"
            cy="50"
            r="44"
            pathLength="1"
            className={styles['progress']}
            style={{ animationDuration: `${holdMs}ms` }}
          />
        </svg>
      )}
    </div>
  )
}
