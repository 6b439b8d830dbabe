import { Hammer, LayoutGrid, ListChecks, Settings, Waypoints } from 'lucide-react'
import { paths } from './paths.ts'

/** The rooms of the app, in the order of the rail. On a phone there is place for five. */
export const rooms = [
  { to: paths.home, label: 'home', icon: Hammer },
  { to: paths.templates, label: 'templates', icon: LayoutGrid },
  { to: paths.workflows, label: 'workflows', icon: Waypoints },
  { to: paths.runs, label: 'runs', icon: ListChecks },
  { to: paths.settings, label: 'settings', icon: Settings },
] as const

export type Room = (typeof rooms)[number]

/** The room that an address belongs to: `/runs/7/summary` to the runs. */
export const roomOf = (pathname: string): Room | undefined =>
  rooms.find(({ to }) => (to === paths.home ? pathname === to : pathname === to || pathname.startsWith(`${to}/`)))
