import { DoorOpen, LayoutGrid, ListChecks, Settings, Waypoints, Zap, type LucideIcon } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { CommandDialog } from '../../ui/CommandDialog.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { paletteIndex, type Entry } from './palette-index.ts'
import { useFixedEntries, useFoundEntries } from './use-entries.ts'
import { useRunEntry } from './use-run-entry.ts'

const icons: Readonly<Record<Entry['kind'], LucideIcon>> = {
  room: DoorOpen,
  template: LayoutGrid,
  workflow: Waypoints,
  run: ListChecks,
  setting: Settings,
  action: Zap,
}

const most = 12
/** How long nobody types before the server is asked. */
const pause = 150
/** How long Enter waits for the templates, after which it opens the first of what there is. */
const patience = 3_000

function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text.trim()), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** True until the palette has been open for as long as one waits for a server that does not answer. */
function usePatience(): boolean {
  const [isPatient, setPatient] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), patience)
    return () => clearTimeout(timer)
  }, [])
  return isPatient
}

/** Everything by its name: rooms, workflows, runs, settings and things to do. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('palette')
  const [text, type] = useState('')
  const settled = useSettled(text)
  const fixed = useFixedEntries()
  const { entries, served, isSearching, isFilling, isAlone } = useFoundEntries(settled)
  const isPatient = usePatience()
  const run = useRunEntry()
  const index = useMemo(() => paletteIndex(), [])
  // The letter shows at once, whatever the list takes.
  const asked = useDeferredValue(text.trim())
  const found = useMemo(() => {
    index.add([...fixed, ...entries])
    if (asked === '') {
      const open = entries.filter(({ id }) => id.startsWith('run:')).slice(0, 3)
      return [...open, ...fixed]
    }
    const ids = new Set([...index.find(asked, most), ...(asked === settled ? served.slice(0, most) : [])])
    return [...ids].flatMap(id => index.get(id) ?? [])
  }, [index, fixed, entries, served, asked, settled])
  const commands = useMemo(
    () =>
      found.map(({ id, name, kind }) => {
        const Icon = icons[kind]
        return { id, name, kind: t(`kind_${kind}`), icon: <Icon aria-hidden size={18} /> }
      }),
    [found, t],
  )
  const nothing = t(isAlone ? 'nothing_away' : 'nothing', { text: text.trim() })
  const isAwaited = isSearching || settled !== text.trim()
  return (
    <CommandDialog
      label={t('label')}
      placeholder={t('placeholder')}
      text={text}
      onText={type}
      commands={commands}
      isCurrent={asked === text.trim() && !(isFilling && isPatient)}
      status={commands.length > 0 ? t('count', { count: commands.length }) : isAwaited ? t('searching') : nothing}
      foot={
        <>
          <span>
            <KeyCap keyName="ArrowUp" /> <KeyCap keyName="ArrowDown" /> {t('to_choose')}
          </span>
          <span>
            <KeyCap keyName="Enter" /> {t('to_open')}
          </span>
          <span>
            <KeyCap keyName="Escape" /> {t('to_close')}
          </span>
        </>
      }
      onRun={id => {
        onClose()
        run(id)
      }}
      onClose={onClose}
    />
  )
}
