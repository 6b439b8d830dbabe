import { describe, expect, it } from 'vitest'
import { displayWidth } from './display-width.ts'
import { plainStyle } from './style.ts'
import { table } from './table.ts'

const nothing = (): void => undefined
const terminal = {
  width: 40,
  height: null,
  style: plainStyle,
  interactive: false,
  plain: false,
  out: nothing,
  err: nothing,
  redraw: nothing,
  ring: nothing,
}
const columns = [
  { title: 'ID', cell: (row: { id: number; name: string }) => String(row.id) },
  { title: 'Name', cell: (row: { id: number; name: string }) => row.name, flexible: true },
]

describe('table', () => {
  it('aligns columns, also where characters take two', () =>
    expect(
      table({ ...terminal, width: 80 }, columns, [
        { id: 1, name: '皮革' },
        { id: 20, name: 'Box' },
      ]),
    ).toBe('ID  Name\n1   皮革\n20  Box'))

  it('cuts the flexible column so that no line is too wide', () => {
    const text = table(terminal, columns, [{ id: 1, name: 'A very long name of a workflow that goes on and on' }])
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40)
    expect(text).toContain('…')
  })

  it('says title and value for a screen reader', () =>
    expect(table({ ...terminal, plain: true }, columns, [{ id: 1, name: 'Box' }])).toBe('ID: 1; Name: Box'))

  it('keeps a row on one line, whatever its name holds', () =>
    expect(table(terminal, columns, [{ id: 1, name: 'a\nb\u001b[2J' }])).toBe('ID  Name\n1   a b'))
})
