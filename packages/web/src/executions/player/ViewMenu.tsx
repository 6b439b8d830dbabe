import { Maximize2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { viewIcons } from './view-icons.ts'
import { playerViews } from './view-names.ts'
import type { ViewSwitchProps } from './ViewSwitch.tsx'

export interface ViewMenuProps extends ViewSwitchProps {
  readonly onBench: () => void
}

/** The views of the run, and the bench mode, behind one button: where the screen is narrow. */
export function ViewMenu({ viewName, onView, onBench }: ViewMenuProps) {
  const t = useTranslations('player_views')
  const Current = viewIcons[viewName]
  const views = playerViews.map(name => {
    const Icon = viewIcons[name]
    return {
      id: name,
      label: t(name),
      icon: <Icon aria-hidden size={18} />,
      isSelected: name === viewName,
      run: () => onView(name),
    }
  })
  const bench = { id: 'bench', label: t('bench'), icon: <Maximize2 aria-hidden size={18} />, run: onBench }
  return (
    <Menu
      label={t('label')}
      trigger={
        <IconButton label={t('now', { view: t(viewName) })}>
          <Current aria-hidden size={20} />
        </IconButton>
      }
      groups={[views, [bench]]}
    />
  )
}
