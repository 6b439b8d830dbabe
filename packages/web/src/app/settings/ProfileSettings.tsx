import { useTranslations } from 'use-intl'
import { useMe } from '../../identity/use-me.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ErrorState } from '../ErrorState.tsx'
import { LoadingRegion } from '../LoadingRegion.tsx'
import { ApiTokens } from './ApiTokens.tsx'
import { NameSetting } from './NameSetting.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { PinForm } from './PinForm.tsx'
import styles from './settings.module.css'

/** Who one is here, and what opens the door. */
export function ProfileSettings() {
  const t = useTranslations('settings')
  const me = useMe()
  const retry = () => void me.refetch()
  if (me.isPending)
    return (
      <LoadingRegion onRetry={retry}>
        <Skeleton shape="row" count={3} />
      </LoadingRegion>
    )
  if (me.isError) return <ErrorState error={me.error} onRetry={retry} />
  return (
    <>
      <div className={styles['group']}>
        <NameSetting name={me.data.display_name} />
        <dl className={styles['facts']}>
          <dt>{t('email')}</dt>
          <dd>{me.data.email}</dd>
        </dl>
        <p className={styles['small']}>{t('email_help')}</p>
      </div>
      <PasswordForm email={me.data.email} />
      <PinForm />
      <ApiTokens />
    </>
  )
}
