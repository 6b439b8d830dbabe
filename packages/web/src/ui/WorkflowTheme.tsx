import type { ColorScheme } from '@hidesync/domain/themes/color-scheme'
import { themeVars } from '@hidesync/domain/themes/theme-vars'
import type { CSSProperties, ReactNode } from 'react'

const known = new WeakMap<ColorScheme, CSSProperties>()

/** The custom properties of a scheme, worked out once. */
function stylesOf(scheme: ColorScheme): CSSProperties {
  const styles = known.get(scheme) ?? themeVars(scheme)
  known.set(scheme, styles)
  return styles
}

interface WorkflowThemeProps {
  readonly scheme: ColorScheme
  readonly className?: string | undefined
  readonly children: ReactNode
}

/**
 * Everything in it may use the colours of a workflow's theme: `--wf-*`, `--wf-accent-*` and its own colours of step types. They are
 * derived, so that they can be read whatever the theme says. Never around the app's own frame.
 */
export const WorkflowTheme = ({ scheme, className, children }: WorkflowThemeProps) => (
  <div data-wf-theme style={stylesOf(scheme)} className={className}>
    {children}
  </div>
)
