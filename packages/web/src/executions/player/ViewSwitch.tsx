import { useTranslations } from 'use-intl'
import styles from './player-bar.module.css'
import { viewIcons } from './view-icons.ts'
import { playerViews, type PlayerViewName } from './view-names.ts'

export interface ViewSwitchProps {
  readonly viewName: PlayerViewName
  readonly onView: (view: PlayerViewName) => void
}

/** Which view of the run one is in. */
export function ViewSwitch({ viewName, onView }: ViewSwitchProps) {
  const t = useTranslations('player_views')
  return (
    <fieldset aria-label={t('label')} className={styles['views']}>
      {playerViews.map(name => {
        const Icon = viewIcons[name]
        return (
          <button
            key={name}
            type="button"
            aria-pressed={name === viewName}
            className={styles['view']}
            onClick={() => onView(name)}
          >
            <Icon aria-hidden size={18} />
            <span className={styles['viewName']}>{t(name)}</span>
          </button>
        )
      })}
    </fieldset>
  )
}
