import { useEffect, useState } from 'react'

/** The time, looked at again every so many milliseconds; `null` stands still. */
export function useNow(interval: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (interval === null) return
    const look = () => setNow(Date.now())
    const first = setTimeout(look)
    const timer = setInterval(look, interval)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [interval])
  return now
}
