import { useTranslations } from 'use-intl'
import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './player.module.css'
import { useWakeLock } from './use-wake-lock.ts'

/** Whether the screen stays on: what is wanted, and what is. */
export function ScreenLine({ isWorking }: { readonly isWorking: boolean }) {
  const t = useTranslations('screen')
  const { state, isWanted, want } = useWakeLock(isWorking)
  const said = !isWanted || (state === 'off' && !isWorking) ? null : t(state)
  return (
    <div>
      <Checkbox isSelected={isWanted} onChange={want}>
        {t('keep')}
      </Checkbox>
      <output className={styles['empty']}>{said}</output>
    </div>
  )
}
