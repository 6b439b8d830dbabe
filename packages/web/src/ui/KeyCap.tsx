import { useTranslations } from 'use-intl'
import styles from './kbd.module.css'

/** Whether the keyboard has a ⌘ key, as far as a browser tells. */
const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

const signs: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
}
/** As they stand on the keyboards of a Mac, whatever its language. */
const macSigns: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' }
const names = { Ctrl: 'ctrl', Alt: 'alt', Shift: 'shift', Enter: 'enter', Escape: 'escape', ' ': 'space' } as const
const isNamed = (key: string): key is keyof typeof names => key in names

/**
 * Says how a key (`Ctrl+z`, `Shift+t`, `ArrowLeft`) is written on a keyboard of the reader's language: `Strg Z`, `Maj T`, `←`. `Ctrl`
 * stands for ⌘ where the keyboard has it.
 */
export function useKeyText(): (key: string) => string {
  const t = useTranslations('key_cap')
  const textOf = (part: string): string => {
    const sign = (isMac ? macSigns[part] : undefined) ?? signs[part]
    if (sign !== undefined) return sign
    if (isNamed(part)) return t(names[part])
    return part.length === 1 ? part.toUpperCase() : part
  }
  // What follows a sign joins two keys; a plus that stands alone is one.
  return key =>
    key
      .split(/(?<=.)\+/)
      .map(textOf)
      .join(' ')
}

/** A key or several to press at once, as they are written on the reader's keyboard. */
export function KeyCap({ keyName }: { readonly keyName: string }) {
  const keyText = useKeyText()
  return <kbd className={styles['kbd']}>{keyText(keyName)}</kbd>
}
