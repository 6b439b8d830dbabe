import { useEffect, type RefObject } from 'react'

/** Tells the page how high the bar at its foot is, so that nothing ends up below it. */
export function useBarSize(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = bar
    if (current === null || typeof ResizeObserver === 'undefined') return
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => style.setProperty('--bar-size', `${current.offsetHeight}px`))
    observer.observe(current)
    return () => {
      observer.disconnect()
      style.removeProperty('--bar-size')
    }
  }, [bar])
}
