import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import styles from './dialogs.module.css'

const rows = [
  { keys: ['Ctrl Enter', '⌘ Enter'], text: 'complete' },
  { keys: ['1', '9'], text: 'options' },
  { keys: ['Enter'], text: 'confirm' },
  { keys: ['→', 'N'], text: 'next' },
  { keys: ['←', 'P'], text: 'previous' },
  { keys: ['Esc'], text: 'return' },
  { keys: ['U', 'Ctrl Z'], text: 'undo' },
  { keys: ['I'], text: 'note' },
  { keys: ['T'], text: 'timer' },
  { keys: ['Shift T'], text: 'tray' },
  { keys: ['Alt 1', 'Alt 9'], text: 'lanes' },
  { keys: ['?'], text: 'help' },
] as const

/** The keys of the player. */
export function CheatSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('keys')
  return (
    <Dialog isOpen onClose={onClose} title={t('title')}>
      <dl className={styles['keys']}>
        {rows.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 ? (text === 'options' || text === 'lanes' ? ' – ' : ` ${t('or')} `) : null}
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <DialogActions>
        <Button onPress={onClose}>{t('close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
