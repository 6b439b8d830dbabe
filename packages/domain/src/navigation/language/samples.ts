import type { Template } from './template.ts'

type Piece = Exclude<Template, { kind: 'sequence' | 'choice' }>

/** Up to `count` ways of saying a template, spread over its choices; each choice of it is taken at least once if `count` allows. */
export function samplesOf(template: Template, count: number): readonly (readonly Piece[])[] {
  switch (template.kind) {
    case 'word':
    case 'slot':
      return [[template]]
    case 'choice':
      return interleaved(template.parts.map(part => samplesOf(part, count))).slice(0, count)
    case 'sequence':
      return template.parts.reduce<readonly (readonly Piece[])[]>(
        (before, part) => paired(before, samplesOf(part, count), count),
        [[]],
      )
  }
}

function interleaved<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(list => list.length))
  return Array.from({ length: longest }, (_, index) => lists.flatMap(list => list.slice(index, index + 1))).flat()
}

/** Pairs along the diagonals, so that every one of each side comes early. */
function paired(
  firsts: readonly (readonly Piece[])[],
  seconds: readonly (readonly Piece[])[],
  count: number,
): readonly (readonly Piece[])[] {
  const result: (readonly Piece[])[] = []
  for (let shift = 0; shift < seconds.length && result.length < count; shift += 1)
    for (let index = 0; index < Math.max(firsts.length, seconds.length) && result.length < count; index += 1) {
      if (shift > 0 && index >= firsts.length) break
      const first = firsts[index % Math.max(firsts.length, 1)]
      const second = seconds[(index + shift) % seconds.length]
      if (first !== undefined && second !== undefined) result.push([...first, ...second])
    }
  return result
}
