import { useEffect, useRef, useState, type RefObject } from 'react'

/** A browser that cannot watch shows everything. */
const canWatch = typeof IntersectionObserver !== 'undefined'

/** Whether a box is near what is seen of its scrolling container; its height is kept while it is not drawn. */
export function useNearView(isAlways: boolean): {
  readonly box: RefObject<HTMLDivElement | null>
  readonly isNear: boolean
  readonly height: number | null
} {
  const box = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(isAlways || !canWatch)
  const [height, setHeight] = useState<number | null>(null)
  useEffect(() => {
    const element = box.current
    if (isAlways || !canWatch || element === null) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return
        if (!entry.isIntersecting) setHeight(entry.boundingClientRect.height)
        setNear(entry.isIntersecting)
      },
      { root: element.closest('[role=log]'), rootMargin: '400px 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [isAlways])
  return { box, isNear: isNear || isAlways, height }
}
