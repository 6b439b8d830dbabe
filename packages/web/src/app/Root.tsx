import { Outlet } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { TimerAlarm } from '../executions/timers/TimerAlarm.tsx'
import { ReloginDialog } from '../identity/ReloginDialog.tsx'
import { ForgettingNotice } from '../offline/ForgettingNotice.tsx'
import { InsecureNotice } from '../offline/InsecureNotice.tsx'
import { LeaveDialog } from '../offline/LeaveDialog.tsx'
import { UpdateNotice } from '../offline/UpdateNotice.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { LanguageNotice } from './LanguageNotice.tsx'
import { Palette } from './palette/Palette.tsx'

/** What every page has: toasts, the alarm of the timers, and the dialog for when the session ends. */
export function Root() {
  const t = useTranslations('common')
  return (
    <Toasts label={t('notices')} closeLabel={t('close')}>
      <InsecureNotice />
      <ForgettingNotice />
      <Outlet />
      <UpdateNotice />
      <LanguageNotice />
      <Palette />
      <TimerAlarm />
      <ReloginDialog />
      <LeaveDialog />
    </Toasts>
  )
}
