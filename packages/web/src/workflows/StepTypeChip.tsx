import {
  BookOpen,
  ClipboardCheck,
  Flag,
  Hourglass,
  Package,
  Pencil,
  Split,
  Trophy,
  Wrench,
  type LucideIcon,
} from 'lucide-react'
import { builtInStepTypes, type BuiltInStepType } from '@hidesync/domain/workflows/definition'
import { useTranslations } from 'use-intl'
import { cx } from '../ui/cx.ts'
import styles from './step-type-chip.module.css'

const icons = {
  instruction: Pencil,
  material: Package,
  tool: Wrench,
  time: Hourglass,
  decision: Split,
  milestone: Flag,
  outcome: Trophy,
  quality_check: ClipboardCheck,
  documentation: BookOpen,
} satisfies Record<BuiltInStepType, LucideIcon>

/** A custom step type without a view of its own behaves, and looks, as an instruction. */
export const builtIn = (type: string): BuiltInStepType =>
  builtInStepTypes.find(known => known === type) ?? 'instruction'

/** What kind of step it is: icon and word, the colour beside. */
export function StepTypeChip({ type }: { readonly type: string }) {
  const t = useTranslations('step_type')
  const kind = builtIn(type)
  const Icon = icons[kind]
  return (
    <span className={cx(styles['chip'], styles[kind === 'quality_check' ? 'qualityCheck' : kind])}>
      <Icon aria-hidden size={16} />
      {t(kind)}
    </span>
  )
}
