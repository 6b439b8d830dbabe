import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { PathList } from './PathList.tsx'
import styles from './player.module.css'
import { useLate } from '../../ui/use-late.ts'
import { useMedia } from '../../ui/use-media.ts'
import type { Place } from './use-place.ts'
import type { Player } from './use-player.ts'

/** The path beside the step; folded away below it where there is no room. */
export function PathSide({ player, place }: { readonly player: Player; readonly place: Place }) {
  const t = useTranslations('player')
  const isWide = useMedia('(min-width: 75rem)')
  const { path } = player.view
  const { shownId, look } = place
  const isLate = useLate()
  // The path has its own scroll bar where it stands at the side: it keeps the step in view there, and moves nothing else.
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const step = box.current?.querySelector<HTMLElement>(`[data-step='${shownId}']`)
    if (!isWide || !box.current || !step) return
    const frame = box.current.getBoundingClientRect()
    const { top, bottom } = step.getBoundingClientRect()
    if (bottom > frame.bottom || top < frame.top)
      box.current.scrollTop += top - frame.top - box.current.clientHeight / 3
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the list comes late
  }, [shownId, isWide, isLate])
  const list = isLate ? <PathList path={path} shownId={shownId} onLook={look} /> : null
  return (
    <aside ref={box} aria-label={t('path')} className={styles['path']}>
      {isWide ? (
        <>
          <h2 className={styles['pathTitle']}>{t('path')}</h2>
          {list}
        </>
      ) : (
        <Disclosure title={t('path_of', { count: path.length })}>{list}</Disclosure>
      )}
    </aside>
  )
}
