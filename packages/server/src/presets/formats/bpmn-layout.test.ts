import type { Preset } from '@hidesync/domain/presets/preset'
import { readPreset } from '@hidesync/domain/presets/read-preset'
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { arbitraryPreset } from '../../testing/arbitrary-preset.ts'
import { overlap, type Bounds, type Point } from './bpmn-places.ts'
import { writeBpmn } from './write-bpmn.ts'

const folder = new URL('../../../../../presets/', import.meta.url)
const library = readdirSync(folder).filter(name => name.endsWith('.json'))

function sample(file: string): Preset {
  const reading = readPreset(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  if (!reading.ok) throw new Error(file)
  return reading.preset
}

interface Drawing {
  readonly shapes: ReadonlyMap<string, Bounds>
  readonly flows: readonly { readonly source: string; readonly target: string; readonly points: readonly Point[] }[]
}

/** The diagram as another tool reads it. */
async function drawingOf(preset: Preset): Promise<Drawing> {
  const { rootElement } = await new BpmnModdle().fromXML(await writeBpmn(preset, 'en'))
  const [diagram] = rootElement['diagrams'] as ModdleElement[]
  const plane = diagram?.['plane'] as ModdleElement | undefined
  const drawn = (plane?.['planeElement'] ?? []) as readonly ModdleElement[]
  const of = (element: ModdleElement) => element['bpmnElement'] as ModdleElement
  const idOf = (element: unknown) => String((element as ModdleElement)['id'])
  const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape')
  const edges = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge')
  return {
    shapes: new Map(shapes.map(shape => [idOf(of(shape)), shape['bounds'] as Bounds])),
    flows: edges.map(edge => ({
      source: idOf(of(edge)['sourceRef']),
      target: idOf(of(edge)['targetRef']),
      points: edge['waypoint'] as readonly Point[],
    })),
  }
}

const isAtBorder = ({ x, y }: Point, shape: Bounds): boolean => {
  const [dx, dy] = [Math.abs(x - shape.x - shape.width / 2), Math.abs(y - shape.y - shape.height / 2)]
  return (dx === shape.width / 2 && dy === 0) || (dy === shape.height / 2 && dx === 0)
}

const lines = (points: readonly Point[]): readonly Bounds[] =>
  points.slice(1).map((end, index) => {
    const start = points[index] ?? end
    const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)]
    return { x, y, width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y) }
  })

function expectTidy({ shapes, flows }: Drawing): void {
  const bounds = [...shapes.values()]
  bounds.forEach((one, index) => {
    for (const other of bounds.slice(index + 1)) expect(overlap(one, other)).toBe(false)
  })
  for (const { source, target, points } of flows) {
    const [from, to] = [shapes.get(source), shapes.get(target)]
    const [first, last] = [points.at(0), points.at(-1)]
    if (!from || !to || !first || !last) throw new Error(`The flow from ${source} to ${target} leads nowhere.`)
    expect([isAtBorder(first, from), isAtBorder(last, to)]).toEqual([true, true])
    // Upright or level, and never on itself.
    for (const { width, height } of lines(points)) expect(width === 0 || height === 0).toBe(true)
  }
}

describe('the diagram of a workflow', () => {
  it('has no shape over another and flows from border to border, wherever the author put the steps', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPreset, async preset => expectTidy(await drawingOf(preset))),
      { numRuns: 60 },
    )
  })

  it.each(library)('of %s keeps the author’s places, and no flow runs through a step', async file => {
    const preset = sample(file)
    const drawing = await drawingOf(preset)
    expectTidy(drawing)
    const offsets = preset.workflow.steps.map(({ ui_position_x, ui_position_y }, index) => {
      const shape = drawing.shapes.get(`step_${index + 1}`)
      if (!shape) throw new Error('no shape')
      const centre = { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 }
      return `${centre.x - 1.5 * (ui_position_x ?? 0)} ${centre.y - (ui_position_y ?? 0)}`
    })
    expect(new Set(offsets).size).toBe(1)
    for (const { points } of drawing.flows)
      for (const line of lines(points))
        expect([...drawing.shapes.values()].filter(shape => overlap(line, shape))).toEqual([])
  })

  it('sets the steps out in columns where they all lie in one spot', async () => {
    const { workflow, ...rest } = sample('three_legged_stool.json')
    const at = (x: number | null) => ({
      ...rest,
      workflow: { ...workflow, steps: workflow.steps.map(step => ({ ...step, ui_position_x: x, ui_position_y: x })) },
    })
    expect(await drawingOf(at(0))).toEqual(await drawingOf(at(null)))
  })

  it.each(library)('of %s is as tidy without places', async file => {
    const { workflow, ...rest } = sample(file)
    const steps = workflow.steps.map((step, at) => (at === 0 ? { ...step, ui_position_x: null } : step))
    const drawing = await drawingOf({ ...rest, workflow: { ...workflow, steps } })
    expectTidy(drawing)
    for (const { points } of drawing.flows)
      for (const line of lines(points))
        expect([...drawing.shapes.values()].filter(shape => overlap(line, shape))).toEqual([])
  })
})
