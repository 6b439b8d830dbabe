import { useNavigate } from '@tanstack/react-router'
import { Check, CircleHelp, CircleUser, LogOut, MonitorSmartphone, Settings } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { readStation } from '../identity/station/device-station.ts'
import { useMe } from '../identity/use-me.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { themes } from './appearance.ts'
import { chooseLocale, interfaceLanguages } from './i18n.ts'
import { ownName, wantedLanguages } from './language.ts'
import { paths } from './paths.ts'
import { preferences, usePreferences } from './preferences.ts'
import { useSignOut } from './use-sign-out.ts'

/** The settings at hand: the look, the language, help, and the way out. */
export function AccountMenu() {
  const t = useTranslations('account')
  const navigate = useNavigate()
  const { ask: signOut } = useSignOut()
  const { theme } = usePreferences('appearance')
  const me = useMe()
  usePreferences('language')
  const station = readStation()
  const toStation = useTranslations('station')('to_list')
  const language = chooseLocale(wantedLanguages()).catalogue
  const choice = (id: string, label: string, isSelected: boolean, run: () => void): MenuEntry => ({
    id,
    label: isSelected ? t('chosen', { name: label }) : label,
    icon: <Check aria-hidden size={18} visibility={isSelected ? 'visible' : 'hidden'} />,
    isSelected,
    run,
  })
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
        themes.map(id =>
          choice(id, t(`theme_${id}`), theme === id, () => preferences.change('appearance', { theme: id })),
        ),
        interfaceLanguages.length > 1
          ? interfaceLanguages.map(tag =>
              choice(`language_${tag}`, ownName(tag), language === tag, () =>
                preferences.change('language', { interface: tag }),
              ),
            )
          : [],
        station === null
          ? []
          : [
              {
                id: 'station',
                label: toStation,
                icon: <MonitorSmartphone aria-hidden size={18} />,
                run: () => void navigate({ to: paths.station, params: { id: station.id } }),
              },
            ],
        [
          {
            id: 'settings',
            label: t('settings'),
            icon: <Settings aria-hidden size={18} />,
            run: () => void navigate({ to: paths.settings }),
          },
          {
            id: 'help',
            label: t('help'),
            icon: <CircleHelp aria-hidden size={18} />,
            run: () => void navigate({ to: paths.help }),
          },
          {
            id: 'sign_out',
            label: t('sign_out'),
            icon: <LogOut aria-hidden size={18} />,
            run: () => void signOut(),
          },
        ],
      ].filter(group => group.length > 0)}
    />
  )
}
