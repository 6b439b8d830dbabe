import { useEffect, useMemo, useState } from 'react'
import type { Findable, rank } from './rank.ts'

/** While the server still searches: those of the things at hand that fit what is being typed. What ranks is loaded then. */
export function useLocalRanking<T extends Findable>(
  items: readonly T[] | undefined,
  typed: string,
  searched: string,
): readonly T[] | undefined {
  const [ranking, setRanking] = useState<{ readonly rank: typeof rank } | null>(null)
  const isTyping = typed.trim() !== searched && typed.trim() !== ''
  useEffect(() => {
    // Without it all are shown until the server has answered.
    if (isTyping) import('./rank.ts').then(setRanking, () => undefined)
  }, [isTyping])
  return useMemo(() => {
    if (items === undefined || ranking === null || !isTyping) return items
    const ranked = ranking.rank(items, typed)
    return ranked.length > 0 ? ranked : items
  }, [items, typed, isTyping, ranking])
}
