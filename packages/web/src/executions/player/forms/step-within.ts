import type { Tolerance } from '@hidesync/domain/step-types/criteria'

const decimalsOf = (bound: number | null): number => (bound === null ? 0 : (String(bound).split('.')[1]?.length ?? 0))

/** By how much the buttons change what is measured: as fine as the bounds are written, and a tenth at least. */
export const stepWithin = ({ min, max }: Tolerance): number => 10 ** -Math.max(1, decimalsOf(min), decimalsOf(max))
