import { useCallback, type KeyboardEvent } from 'react'

const links = (grid: HTMLElement): readonly HTMLElement[] =>
  Array.from(grid.querySelectorAll<HTMLElement>('[data-card-link]'))

/** How many cards stand in the first row. */
function columnsOf(cards: readonly HTMLElement[]): number {
  const top = cards[0]?.closest('li')?.offsetTop
  const next = cards.findIndex(card => card.closest('li')?.offsetTop !== top)
  return next === -1 ? cards.length : next
}

/** Where a key leads from a card; undefined: it is no key of the grid. */
function target(key: string, at: number, { columns, count }: { readonly columns: number; readonly count: number }) {
  const onward = document.documentElement.dir === 'rtl' ? -1 : 1
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: at + onward,
    ArrowLeft: at - onward,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: count - 1,
  }
  return moves[key]
}

/** Arrows go from card to card, and `S` starts the one that has the focus; Enter follows its link by itself. */
export function useGridKeys(onStart: (id: number) => void): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const cards = links(event.currentTarget)
      const at = cards.findIndex(card => card === event.target)
      const link = cards[at]
      if (link === undefined) return
      if (event.key.toLowerCase() === 's' && link.dataset['canStart'] !== undefined) {
        event.preventDefault()
        onStart(Number(link.dataset['cardLink']))
        return
      }
      const next = target(event.key, at, { columns: columnsOf(cards), count: cards.length })
      if (next === undefined) return
      event.preventDefault()
      cards[next]?.focus()
    },
    [onStart],
  )
}
