import { useTranslations } from 'use-intl'
import { KeyCap } from '../../../ui/KeyCap.tsx'

interface KeyRowProps {
  readonly keys: readonly string[]
  /** The first and the last of a row of keys. */
  readonly isRange: boolean
}

/** Keys of which any will do. */
export function KeyRow({ keys, isRange }: KeyRowProps) {
  const t = useTranslations('keys')
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 ? (isRange ? ' – ' : ` ${t('or')} `) : null}
      <KeyCap keyName={key} />
    </span>
  ))
}
