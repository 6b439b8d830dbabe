import { useTranslations } from 'use-intl'
import { keptScreen, useKeptScreen } from '../../app/kept-screen.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import styles from './player.module.css'

/** Whether the screen stays on: what is wanted, and what is. */
export function ScreenLine({ isWorking }: { readonly isWorking: boolean }) {
  const t = useTranslations('screen')
  const { state, isWanted } = useKeptScreen()
  const said = !isWanted || (state === 'off' && !isWorking) ? null : t(state)
  return (
    <div>
      <Checkbox isSelected={isWanted} onChange={keptScreen.want}>
        {t('keep')}
      </Checkbox>
      <output className={styles['empty']}>{said}</output>
    </div>
  )
}
