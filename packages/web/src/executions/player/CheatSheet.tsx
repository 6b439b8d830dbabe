import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { preferences, usePreferences } from '../../app/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'

const KeyTable = lazy(async () => ({ default: (await import('./keys/KeyTable.tsx')).KeyTable }))

/** The keys of the player, and what to do where they are in the way. */
export function CheatSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('keys')
  const { single_keys } = usePreferences('shortcuts')
  return (
    <Dialog isOpen onClose={onClose} title={t('title')}>
      <Checkbox isSelected={single_keys} onChange={isOn => preferences.change('shortcuts', { single_keys: isOn })}>
        {t('single')}
      </Checkbox>
      <Suspense fallback={null}>
        <KeyTable />
      </Suspense>
      <DialogActions>
        <Button onPress={onClose}>{t('close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
