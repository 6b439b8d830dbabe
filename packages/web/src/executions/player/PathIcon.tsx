import { Ban, Check, Circle, CircleDot, CircleX, Hourglass, Play, SkipForward, type LucideIcon } from 'lucide-react'
import type { PathLook } from './player-view.ts'

const icons = {
  pending: Circle,
  waiting: Hourglass,
  ready: Play,
  active: Play,
  current: CircleDot,
  completed: Check,
  skipped: SkipForward,
  failed: CircleX,
  dead: Ban,
} satisfies Record<PathLook, LucideIcon>

/** What has become of a step, as a sign; the words stand beside it. */
export function PathIcon({ look }: { readonly look: PathLook }) {
  const Icon = icons[look]
  return <Icon aria-hidden size={16} />
}
