import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from '../settings.module.css'

interface OnceLinkProps {
  readonly label: string
  readonly help: string
  /** A path where the server does not know its own address: then it is this one. */
  readonly url: string
}

/** A link that is shown this once, to be handed on. */
export function OnceLink({ label, help, url }: OnceLinkProps) {
  const t = useTranslations('link')
  const [copied, setCopied] = useState<string | null>(null)
  const address = new URL(url, window.location.origin).href
  // Not there on an address that is not secure; the field can be copied by hand.
  const clipboard = navigator.clipboard as Clipboard | undefined
  return (
    <div className={styles['narrow']}>
      <TextField label={label} help={help} isReadOnly value={address} />
      <div className={styles['row']}>
        {clipboard ? (
          <Button
            onPress={() =>
              void clipboard.writeText(address).then(
                () => setCopied(address),
                () => undefined,
              )
            }
          >
            <Copy aria-hidden size={18} />
            {t('copy')}
          </Button>
        ) : null}
        <output className={styles['saved']}>{copied === address ? t('copied') : ''}</output>
      </div>
    </div>
  )
}
