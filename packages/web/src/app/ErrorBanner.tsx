import { Banner } from '../ui/Banner.tsx'
import { useErrorText } from './error-text.ts'

/** What went wrong with what one has just asked for, where one asked for it; null: nothing did. */
export function ErrorBanner({ error }: { readonly error: unknown }) {
  const errorText = useErrorText()
  if (error === null) return null
  return (
    <Banner tone="danger" announce="alert">
      {errorText(error)}
    </Banner>
  )
}
