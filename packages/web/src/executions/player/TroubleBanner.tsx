import { CircleAlert, RefreshCw } from 'lucide-react'
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
  const ok = (
    <Button variant="quiet" onPress={dismiss}>
      {t('understood')}
    </Button>
  )
  if (trouble.type === 'refused')
    return (
      <Banner tone="warning" announce="alert" icon={<CircleAlert aria-hidden />} actions={ok}>
        {trouble.text}
      </Banner>
    )
  const { progress } = trouble.execution
  return (
    <Banner tone="warning" announce="alert" icon={<RefreshCw aria-hidden />} actions={ok}>
      {progress.current_step_name === null
        ? t('moved_on')
        : t('moved_on_to', {
            name: progress.current_step_name,
            done: progress.completed_steps,
            total: progress.total_steps,
          })}
    </Banner>
  )
}
