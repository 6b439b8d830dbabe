import { setTextScale } from '../ui/text-scale.ts'
import { preferences, type Preferences } from './preferences.ts'

export const themes = ['system', 'light', 'dark', 'contrast'] as const

const more = '(prefers-contrast: more)'
const less = '(prefers-reduced-motion: reduce)'

/**
 * How the page looks, as attributes of the document that the style sheets ask for: what the person chose, and where the system
 * asks for more contrast or less motion, that. public/theme.js does the same before the first paint.
 */
export function applyAppearance(look: Preferences['appearance']): void {
  const { dataset, style } = document.documentElement
  dataset['theme'] = look.theme === 'light' || look.theme === 'dark' ? look.theme : 'system'
  dataset['contrast'] = look.theme === 'contrast' || matchMedia(more).matches ? 'more' : 'normal'
  dataset['motion'] = look.motion === 'reduced' || matchMedia(less).matches ? 'reduced' : 'full'
  dataset['density'] = look.density
  dataset['font'] = look.font
  dataset['spacing'] = look.spacing
  dataset['rail'] = look.rail
  const percent = Math.min(200, Math.max(100, look.text_percent))
  style.fontSize = percent === 100 ? '' : `${percent}%`
  setTextScale(percent / 100)
}

/** The page follows the preferences and the system, without a reload. */
export function followAppearance(): void {
  const apply = () => applyAppearance(preferences.all().appearance)
  apply()
  preferences.subscribe(apply)
  for (const query of [more, less]) matchMedia(query).addEventListener('change', apply)
}
