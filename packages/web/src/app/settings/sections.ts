import { Accessibility, Keyboard, Languages, MonitorSmartphone, Play, Timer, UserRound, UsersRound } from 'lucide-react'

/** The pages of the settings, in the order of their list. */
export const settingsSections = [
  { id: 'profile', icon: UserRound },
  { id: 'appearance', icon: Accessibility },
  { id: 'language', icon: Languages },
  { id: 'player', icon: Play },
  { id: 'shortcuts', icon: Keyboard },
  { id: 'timers', icon: Timer },
  { id: 'devices', icon: MonitorSmartphone },
  { id: 'people', icon: UsersRound },
] as const

export type SettingsSection = (typeof settingsSections)[number]['id']
