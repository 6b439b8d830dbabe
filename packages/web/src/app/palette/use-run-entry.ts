import { useNavigate } from '@tanstack/react-router'
import { themes } from '../appearance.ts'
import { paths } from '../paths.ts'
import { preferences } from '../preferences.ts'
import { rooms } from '../rooms.ts'
import { settingsSections } from '../settings/sections.ts'
import { useSignOut } from '../use-sign-out.ts'

/** Goes to what an entry names, or does it. The id says which: `run:7`, `theme:dark`. */
export function useRunEntry(): (id: string) => void {
  const navigate = useNavigate()
  const { ask: signOut } = useSignOut()
  const actions: Readonly<Record<string, () => unknown>> = {
    start: () => navigate({ to: paths.templates }),
    import: () => navigate({ to: paths.import }),
    help: () => navigate({ to: paths.help }),
    keys: () => navigate({ to: paths.helpShortcuts }),
    sign_out: signOut,
  }
  const byKind: Readonly<Record<string, (rest: string) => unknown>> = {
    room: rest => navigate({ to: rooms.find(({ to }) => to === rest)?.to ?? paths.home }),
    template: rest => navigate({ to: paths.template, params: { id: Number(rest) } }),
    workflow: rest => navigate({ to: paths.workflow, params: { id: Number(rest) } }),
    run: rest => navigate({ to: paths.run, params: { id: Number(rest) } }),
    result: rest => navigate({ to: paths.runSummary, params: { id: Number(rest) } }),
    setting: rest => {
      const section = settingsSections.find(({ id }) => id === rest)?.id ?? 'profile'
      return navigate({ to: paths.settingsSection, params: { section } })
    },
    theme: rest => preferences.change('appearance', { theme: themes.find(one => one === rest) ?? 'system' }),
    language: rest => preferences.change('language', { interface: rest }),
    action: rest => actions[rest]?.(),
  }
  return id => {
    const [kind = '', ...rest] = id.split(':')
    byKind[kind]?.(rest.join(':'))
  }
}
