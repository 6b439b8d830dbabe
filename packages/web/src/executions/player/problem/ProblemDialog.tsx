import { decide } from '@hidesync/domain/executions/decide'
import { isSamePass } from '@hidesync/domain/executions/step-pass'
import type { StepPass } from '@hidesync/domain/executions/step-row-changes'
import { CircleHelp, Hammer, Info, PackageX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../../ui/Dialog.tsx'
import { RadioCards } from '../../../ui/RadioCards.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Player } from '../use-player.ts'
import { stepAfter } from '../ways-on.ts'
import { useProblemReport, type ProblemKind } from './use-problem-report.ts'

const kinds = ['broke', 'missing', 'unclear', 'unsafe'] as const satisfies readonly ProblemKind[]
const icons = { broke: Hammer, missing: PackageX, unclear: CircleHelp, unsafe: TriangleAlert } as const

interface ProblemDialogProps {
  readonly player: Player
  readonly about: StepPass
  readonly onClose: () => void
}

/** Something is wrong: what, and what the run does then. */
export function ProblemDialog({ player, about, onClose }: ProblemDialogProps) {
  const t = useTranslations('problem')
  const { workflow, view } = player
  const [kind, setKind] = useState<ProblemKind>('broke')
  const [text, setText] = useState('')
  const step = workflow.compiledStep(about.step_id)
  const report = useProblemReport(player, about.step_id)
  if (step === undefined) return null
  const isHere = isSamePass(about, player.pass)
  const failing = { type: 'fail', step_id: step.id } as const
  const mend =
    isHere && step.fallbacks.length > 0 && decide(workflow, view.state, { ...failing, at: view.at, actor_id: null }).ok
      ? stepAfter(workflow, view.state, failing, view.at)
      : null
  const effect = (one: ProblemKind): string => {
    if (one === 'broke' && mend !== null) return t('go_to', { name: mend })
    return t(one === 'unclear' ? 'tells_author' : 'pauses')
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('title')}>
      {isHere ? null : (
        <Banner tone="info" announce="status" icon={<Info aria-hidden />}>
          {t('step_left', { name: step.definition.name })}
        </Banner>
      )}
      <RadioCards
        label={t('what')}
        cards={kinds.map(one => {
          const Icon = icons[one]
          return { value: one, title: t(one), badge: <Icon aria-hidden size={18} />, detail: effect(one) }
        })}
        value={kind}
        onChange={value => setKind(kinds.find(one => one === value) ?? 'broke')}
      />
      <TextField label={t('more')} rows={2} maxLength={2000} value={text} onChange={setText} />
      <DialogActions>
        <Button onPress={onClose}>{t('back')}</Button>
        <Button
          variant="primary"
          onPress={() => {
            onClose()
            void report({ kind, text: text.trim(), canMend: mend !== null })
          }}
        >
          {t('report')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
