import type { ExecutionStatus } from '@hidesync/domain/executions/state'
import { Ban, CircleCheck, CircleX, Clock, Pause, Play, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Chip, type ChipTone } from '../ui/Chip.tsx'

const looks = {
  active: { tone: 'accent', icon: Play },
  paused: { tone: 'warning', icon: Pause },
  completed: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  cancelled: { tone: 'neutral', icon: Ban },
  timeout: { tone: 'warning', icon: Clock },
} satisfies Record<ExecutionStatus, { readonly tone: ChipTone; readonly icon: LucideIcon }>

export function StatusChip({ status }: { readonly status: ExecutionStatus }) {
  const t = useTranslations('run_status')
  const { tone, icon: Icon } = looks[status]
  return (
    <Chip tone={tone}>
      <Icon aria-hidden size={14} />
      {t(status)}
    </Chip>
  )
}
