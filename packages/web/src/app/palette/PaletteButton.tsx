import { Search } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import styles from './palette.module.css'
import { usePalette } from './use-palette.ts'

/** Where one searches everything; looks like a field where there is room for one. */
export function PaletteButton() {
  const t = useTranslations('palette')
  const { open } = usePalette()
  return (
    <span className={styles['opener']}>
      <Button aria-keyshortcuts="Control+K Meta+K" onPress={open}>
        <Search aria-hidden size={18} />
        <span className={styles['words']}>{t('open')}</span>
        <span aria-hidden className={styles['keys']}>
          <KeyCap keyName="Ctrl+k" />
        </span>
      </Button>
    </span>
  )
}
