import { useMemo } from 'react'
import { settingsSections } from './sections.ts'
import { useManaged } from './use-managed.ts'

/** The pages of the settings that are of use to the person. */
export function useSections(): readonly (typeof settingsSections)[number][] {
  const isManager = useManaged().workshops.length > 0
  return useMemo(() => settingsSections.filter(({ id }) => id !== 'people' || isManager), [isManager])
}
