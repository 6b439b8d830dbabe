import { Timer } from 'lucide-react'
import { createElement, useMemo, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/Button.tsx'
import { splitDurations } from './durations-in-text.ts'
import styles from './instructions.module.css'
import { parseMarkdown, type MarkdownNode } from './safe-markdown.ts'

interface InstructionsProps {
  readonly text: string
  /** Absent: durations stay text. */
  readonly onTimer?: (minutes: number, text: string) => void
}

/** A text of the workflow's author; the durations in it start timers. */
export function Instructions({ text, onTimer }: InstructionsProps) {
  const nodes = useMemo(() => parseMarkdown(text), [text])
  return (
    <div data-instructions dir="auto" className={styles['instructions']}>
      {nodes.map((node, index) => render(node, index, onTimer))}
    </div>
  )
}

function render(node: MarkdownNode, key: number, onTimer: InstructionsProps['onTimer']): ReactNode {
  if (typeof node === 'string') return onTimer ? <Durations key={key} text={node} onTimer={onTimer} /> : node
  const props = {
    key,
    ...(node.href === undefined ? {} : { href: node.href, rel: 'noreferrer', target: '_blank' }),
    ...(node.start === undefined ? {} : { start: node.start }),
  }
  const children = node.children.map((child, index) => render(child, index, node.tag === 'code' ? undefined : onTimer))
  return createElement(node.tag, props, ...(children.length > 0 ? [children] : []))
}

function Durations({
  text,
  onTimer,
}: {
  readonly text: string
  readonly onTimer: (minutes: number, text: string) => void
}) {
  const t = useTranslations('timer')
  return splitDurations(text).map((piece, index) =>
    piece.type === 'text' ? (
      piece.text
    ) : (
      <span key={index} className={styles['duration']}>
        <Button aria-label={t('start', { duration: piece.text })} onPress={() => onTimer(piece.minutes, piece.text)}>
          <Timer aria-hidden size={18} />
          {piece.text}
        </Button>
      </span>
    ),
  )
}
