import { Keyboard, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useMedia } from '../../../ui/use-media.ts'
import type { Place } from '../use-place.ts'
import type { Player } from '../use-player.ts'
import { VoiceTools } from '../voice/VoiceTools.tsx'
import { CommandBar } from './CommandBar.tsx'
import styles from './talk-tools.module.css'
import { useTalk } from './use-conversation.ts'

/** Ways to say what one wants: a line to type in, which waits behind a button where there is little room. */
export function TalkTools({ player, place }: { readonly player: Player; readonly place: Place }) {
  const t = useTranslations('command')
  const isWide = useMedia('(min-width: 75rem)')
  const { isBarOpen, openBar, closeBar, shown } = useTalk()
  const isShown = isWide || isBarOpen || shown !== null
  return (
    <>
      <VoiceTools stepId={place.shownId} />
      {isWide ? null : (
        <IconButton label={t(isBarOpen ? 'close' : 'open')} onPress={isBarOpen ? closeBar : openBar}>
          {isBarOpen ? <X aria-hidden size={24} /> : <Keyboard aria-hidden size={24} />}
        </IconButton>
      )}
      {isShown ? (
        <div className={styles['line']}>
          <CommandBar player={player} />
        </div>
      ) : null}
    </>
  )
}
