import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useMoreActions } from './more-actions.tsx'
import type { Player } from './use-player.ts'

/** What is done now and then, behind one button. */
export function MoreMenu({ player }: { readonly player: Player }) {
  const t = useTranslations('player')
  return (
    <Menu
      label={t('more')}
      trigger={
        <IconButton label={t('more')}>
          <Ellipsis aria-hidden size={24} />
        </IconButton>
      }
      groups={useMoreActions(player)}
    />
  )
}
