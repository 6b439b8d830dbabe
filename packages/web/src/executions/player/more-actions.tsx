import { executionCan } from '@hidesync/domain/executions/allowed-in'
import { Ban, CircleX, Keyboard, MessageSquareWarning, Pause, SkipForward } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { MenuEntry } from '../../ui/Menu.tsx'
import type { Player } from './use-player.ts'

/** What is done now and then: skipping, pausing, and at last, apart from the others, cancelling. */
export function useMoreActions(player: Player): readonly (readonly MenuEntry[])[] {
  const t = useTranslations('player')
  const { view, current, setDialog, askAbout } = player
  const { state } = view
  const isWorking = state.status === 'active' && current !== null
  const canSkip = isWorking && current.kind !== 'decision' && current.kind !== 'quality_check'
  const entry = (id: string, icon: React.ReactNode, run: () => void): MenuEntry => ({
    id,
    icon,
    run,
    label: t(`menu_${id as 'skip'}`),
  })
  const usual = [
    canSkip && entry('skip', <SkipForward aria-hidden size={18} />, () => askAbout({ type: 'skip' })),
    isWorking && entry('problem', <MessageSquareWarning aria-hidden size={18} />, () => askAbout({ type: 'problem' })),
    isWorking && entry('fail', <CircleX aria-hidden size={18} />, () => askAbout({ type: 'fail' })),
    executionCan('pause', state) &&
      entry('pause', <Pause aria-hidden size={18} />, () => player.ask({ type: 'pause' })),
    entry('keys', <Keyboard aria-hidden size={18} />, () => setDialog({ type: 'keys' })),
  ].filter(one => one !== false)
  const cancel = {
    ...entry('cancel', <Ban aria-hidden size={18} />, () => setDialog({ type: 'cancel' })),
    isDanger: true,
  }
  return executionCan('cancel', state) ? [usual, [cancel]] : [usual]
}
