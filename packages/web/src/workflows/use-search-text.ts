import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useAskingPlace } from '../app/use-asking-place.ts'

const debounce = 150

/**
 * The text of a search field whose search stands in the address: `go` is called once nobody has typed for a moment, and when the
 * address changes by other means (Back, a link) the field follows.
 */
export function useSearchText(
  inAddress: string,
  go: (text: string) => void,
): readonly [string, (text: string) => void] {
  const router = useRouter()
  const place = useAskingPlace()
  const [typed, setTyped] = useState(inAddress)
  const sent = useRef(inAddress)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(
    () =>
      router.subscribe('onResolved', ({ toLocation }) => {
        const { search = '' } = toLocation.search as { readonly search?: string }
        if (search === sent.current) return
        sent.current = search
        clearTimeout(timer.current)
        setTyped(search)
      }),
    [router],
  )
  useEffect(() => () => clearTimeout(timer.current), [])

  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    place.ask()
    timer.current = setTimeout(() => {
      if (text.trim() === sent.current || place.isLeft()) return
      sent.current = text.trim()
      go(text.trim())
    }, debounce)
  }
  return [typed, type]
}
