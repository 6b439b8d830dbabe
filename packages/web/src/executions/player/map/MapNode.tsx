import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { createContext, memo, use } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../../ui/cx.ts'
import { PathIcon } from '../PathIcon.tsx'
import type { PathLook } from '../player-view.ts'
import styles from './map.module.css'

export type StepNode = Node<
  {
    readonly number: number
    readonly name: string
    readonly look: PathLook
    /** The same in words. */
    readonly state: string
  },
  'step'
>

/** Apart from the nodes, so that to pick one does not make all of them anew. */
export const Picking = createContext<{ readonly pickedId: number | null; readonly onPick: (stepId: number) => void }>({
  pickedId: null,
  onPick: () => undefined,
})

/** A step on the map: its icon and words say what became of it, the colour only helps. */
export const MapNode = memo(function MapNode({ id, data }: NodeProps<StepNode>) {
  const t = useTranslations('map')
  const { pickedId, onPick } = use(Picking)
  const { number, name, look, state } = data
  return (
    <>
      <Handle type="target" position={Position.Top} className={styles['handle']} isConnectable={false} />
      <button
        type="button"
        aria-pressed={Number(id) === pickedId}
        aria-current={look === 'current' ? 'step' : undefined}
        className={cx('nodrag', styles['node'], styles[look])}
        onClick={() => onPick(Number(id))}
      >
        <PathIcon look={look} />
        <span className={styles['nodeText']}>
          <span className={styles['nodeName']}>{`${number}. ${name}`}</span>{' '}
          <span className={styles['nodeState']}>{look === 'current' ? t('you_are_here') : state}</span>
        </span>
      </button>
      <Handle type="source" position={Position.Bottom} className={styles['handle']} isConnectable={false} />
    </>
  )
})
