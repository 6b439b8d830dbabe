import { boxPreset } from './box-preset.ts'

type Box = ReturnType<typeof boxPreset>
/** A preset of which anything may be wrong. */
type Spoiled = Record<string, never> & { readonly workflow: Record<string, never> }
export type Spoil = (box: Spoiled) => unknown

let made = 0
/** The box, spoiled in one place: by what the function does to it, or returns instead of it. */
export function spoiled(spoil: Spoil): unknown {
  const box: Box = boxPreset(`Spoiled ${++made}`)
  const instead = spoil(box as unknown as Spoiled)
  return instead ?? box
}

/** One field replaced, by its JSON pointer; `undefined` takes it out. */
export const put =
  (pointer: string, value: unknown): Spoil =>
  box => {
    const keys = pointer.split('/').slice(1)
    const last = keys.pop() ?? ''
    const parent = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, box)
    if (value === undefined) delete parent[last]
    else parent[last] = value
  }
/** One more entry of a list of the workflow. */
export const add =
  (list: string, entry: unknown): Spoil =>
  box => {
    const entries = (box.workflow[list] ?? []) as unknown[]
    put(`/workflow/${list}`, [...entries, entry])(box)
  }
/** The text of the file with a piece of it replaced. */
export const text =
  (piece: string, instead: string): Spoil =>
  box => {
    const file = JSON.stringify(box)
    if (!file.includes(piece)) throw new Error(`The file has no ${piece}.`)
    return file.replace(piece, instead)
  }
