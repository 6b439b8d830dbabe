import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../app/ErrorState.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Commands } from './use-commands.ts'

/** Why the last command had no effect, and what one may do. */
export function TroubleBanner({ commands }: { readonly commands: Commands }) {
  const t = useTranslations('player')
  const { trouble, dismiss } = commands
  if (trouble === null) return null
  if (trouble.type === 'failed') return <ErrorState error={trouble.error} onRetry={trouble.retry} />
  return (
    <Banner
      tone="warning"
      announce="alert"
      icon={<CircleAlert aria-hidden />}
      actions={
        <Button variant="quiet" onPress={dismiss}>
          {t('understood')}
        </Button>
      }
    >
      {trouble.text}
    </Banner>
  )
}
