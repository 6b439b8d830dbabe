import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Check, CircleUser, LogOut } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useApi } from './api.ts'
import { paths } from './paths.ts'
import { setTheme, themes, themeStore } from './theme.ts'

/** Light or dark, and the way out. */
export function AccountMenu() {
  const t = useTranslations('account')
  const { client, session } = useApi()
  const navigate = useNavigate()
  const theme = useSyncExternalStore(themeStore.subscribe, themeStore.get)
  const me = useQuery({ queryKey: ['me'], queryFn: () => client.users.me(), staleTime: Infinity })
  const signOut = async () => {
    try {
      await session.signOut()
    } finally {
      // Also when the server cannot be reached: on this device one is signed out.
      await navigate({ to: paths.login })
    }
  }
  const name = me.data?.display_name
  return (
    <Menu
      label={t('menu')}
      trigger={
        <IconButton label={name ? t('open_for', { name }) : t('open')}>
          <CircleUser aria-hidden size={24} />
        </IconButton>
      }
      groups={[
        themes.map(id => ({
          id,
          label: theme === id ? t('chosen', { theme: t(`theme_${id}`) }) : t(`theme_${id}`),
          icon: <Check aria-hidden size={18} visibility={theme === id ? 'visible' : 'hidden'} />,
          isSelected: theme === id,
          run: () => setTheme(id),
        })),
        [
          {
            id: 'sign_out',
            label: t('sign_out'),
            icon: <LogOut aria-hidden size={18} />,
            run: () => void signOut().catch(() => undefined),
          },
        ],
      ]}
    />
  )
}
