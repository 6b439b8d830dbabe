import { BellRing, Hourglass, Pause, TimerOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Chip, type ChipTone } from '../../ui/Chip.tsx'
import { digitsOf, phaseOf, type Timer, type TimerPhase } from './timer.ts'

const looks = {
  running: { tone: 'info', Icon: Hourglass },
  paused: { tone: 'neutral', Icon: Pause },
  done: { tone: 'success', Icon: BellRing },
  overdue: { tone: 'danger', Icon: TimerOff },
} as const satisfies Record<TimerPhase, { tone: ChipTone; Icon: typeof Pause }>

interface TimerFaceProps {
  readonly timer: Timer
  readonly now: number
}

/** Its clock. It is quiet: what is worth saying is said by the milestones and the alarm. */
export const TimerDigits = ({ timer, now, className }: TimerFaceProps & { readonly className: string | undefined }) => (
  <span role="timer" aria-label={timer.label} className={className}>
    {digitsOf(timer, now)}
  </span>
)

/** How it stands, in words and with an icon; the colour only helps. */
export function TimerPhaseChip({ timer, now }: TimerFaceProps) {
  const t = useTranslations('timer')
  const phase = phaseOf(timer, now)
  const { tone, Icon } = looks[phase]
  return (
    <Chip tone={tone}>
      <Icon aria-hidden size={14} />
      {t(`state_${phase}`)}
    </Chip>
  )
}
