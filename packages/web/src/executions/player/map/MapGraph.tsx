import type { CompiledWorkflow } from '@hidesync/domain/workflows/compile'
import { Controls, ReactFlow, type Edge, type Node } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { cx } from '../../../ui/cx.ts'
import type { PathStep } from '../player-view.ts'
import { drawingOf, nodeSize, type Drawing } from './graph.ts'
import { MapLegend } from './MapLegend.tsx'
import { MapNode, Picking, type StepNode } from './MapNode.tsx'
import styles from './map.module.css'

interface MapGraphProps {
  readonly workflow: CompiledWorkflow
  readonly path: readonly PathStep[]
  readonly pickedId: number | null
  readonly onPick: (stepId: number) => void
}

const nodeTypes = { step: MapNode }

/** Of more steps than this the names could not be read if all of them were in view. */
const readable = 6

/** The step that one is at, and those that lead there or follow. */
const around = (ways: Drawing['ways'], stepId: number): Pick<Node, 'id'>[] => {
  const near = ways.flatMap(({ source, target }) => (source === stepId ? [target] : target === stepId ? [source] : []))
  return [...new Set([stepId, ...near])].map(id => ({ id: String(id) }))
}

/** The workflow as it is drawn; nothing in it can be moved. */
export function MapGraph({ workflow, path, pickedId, onPick }: MapGraphProps) {
  const t = useTranslations('map')
  const words = useTranslations('player')
  const drawing = useMemo(() => drawingOf(workflow), [workflow])
  const nodes = useMemo((): StepNode[] => {
    const looks = new Map(path.map(step => [step.id, step]))
    return drawing.steps.flatMap(({ step_id, x, y }) => {
      const step = looks.get(step_id)
      if (step === undefined) return []
      const { number, name, look } = step
      const state = words(`state_${look}`)
      return {
        id: String(step_id),
        type: 'step' as const,
        position: { x, y },
        ...nodeSize,
        data: { number, name, look, state },
        focusable: false,
      }
    })
  }, [drawing, path, words])
  const edges = useMemo((): Edge[] => {
    const numberOf = (stepId: number) => path.find(({ id }) => id === stepId)?.number ?? 0
    return drawing.ways.map(({ id, source, target, kind }) => ({
      id,
      source: String(source),
      target: String(target),
      type: 'smoothstep',
      className: cx(styles['way'], styles[kind]),
      ariaLabel: t('edge_name', { from: numberOf(source), to: numberOf(target), way: t(`edge_${kind}`) }),
      ...(kind === 'sequential' ? {} : { label: t(`edge_${kind}`) }),
      focusable: false,
    }))
  }, [drawing, path, t])
  const picking = useMemo(() => ({ pickedId, onPick }), [pickedId, onPick])
  const here = path.find(({ look }) => look === 'current')
  const isLong = nodes.length > readable
  const start = isLong && here !== undefined ? { nodes: around(drawing.ways, here.id) } : {}
  const count = (looks: readonly PathStep['look'][]) => path.filter(({ look }) => looks.includes(look)).length
  return (
    <>
      <p className={styles['summary']}>
        {t('progress', {
          done: count(['completed', 'skipped', 'failed']),
          here: count(['current', 'active', 'ready']),
          ahead: count(['pending', 'waiting']),
        })}
      </p>
      <section aria-label={t('description')} className={styles['canvas']}>
        <Picking value={picking}>
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            nodesDraggable={false}
            nodesConnectable={false}
            elementsSelectable={false}
            edgesFocusable={false}
            nodesFocusable={false}
            zoomOnDoubleClick={false}
            onlyRenderVisibleElements={nodes.length > 100}
            minZoom={0.1}
            maxZoom={1.5}
            fitView
            fitViewOptions={{ maxZoom: 1, ...start }}
            proOptions={{ hideAttribution: true }}
          >
            <Controls showInteractive={false} />
          </ReactFlow>
        </Picking>
      </section>
      <MapLegend kinds={[...new Set(drawing.ways.map(({ kind }) => kind))]} />
    </>
  )
}
