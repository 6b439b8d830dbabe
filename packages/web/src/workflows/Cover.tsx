import { cx } from '../ui/cx.ts'
import styles from './cover.module.css'

const motifs = ['stitch', 'grain', 'facets', 'weave'] as const
const byCategory: Readonly<Record<string, (typeof motifs)[number]>> = {
  leatherworking: 'stitch',
  leather: 'stitch',
  woodworking: 'grain',
  wood: 'grain',
  metalworking: 'facets',
  textiles: 'weave',
  'fiber arts': 'weave',
}

const strokes: Record<(typeof motifs)[number], readonly string[]> = {
  stitch: [
    'M0 34H320M0 146H320',
    'M12 24v132M24 24v132',
    'M112 90c0-26 22-44 48-44s48 18 48 44-22 44-48 44-48-18-48-44Z',
    'M136 90h48',
  ],
  grain: [
    'M-4 22C60 8 110 40 172 24S280 8 330 26',
    'M-4 50C50 34 96 70 168 52s104-22 162 0',
    'M-4 82c46-18 76 12 118 6 30-4 26-22 56-22s34 24 66 22 56-14 100-2',
    'M146 82c8-9 34-9 42 0s-8 15-21 15-29-7-21-15Z',
    'M-4 108c52-8 82 18 140 12 60-6 116-26 194-8',
    'M-4 134c70-12 122 18 192 6 56-10 92-12 142 0',
    'M-4 160c64-8 130 12 196 2 52-8 88-6 138 0',
  ],
  facets: ['M0 180 110 40l60 90 60-110 90 160', 'M110 40v140M230 20v160', 'M0 90l110-50 120-20 90 60'],
  weave: [
    'M0 30h320M0 70h320M0 110h320M0 150h320',
    'M40 0v180M80 0v180M120 0v180M160 0v180M200 0v180M240 0v180M280 0v180',
  ],
}

/** A drawing in place of a photograph: the craft's own pattern, the same for the same category. */
export function Cover({ category }: { readonly category: string | null }) {
  const motif =
    byCategory[(category ?? '').toLowerCase()] ?? motifs[(category ?? '').length % motifs.length] ?? 'stitch'
  return (
    <svg aria-hidden viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" className={styles['cover']}>
      {strokes[motif].map(path => (
        <path key={path} d={path} className={cx(styles['line'], motif === 'stitch' && styles['stitched'])} />
      ))}
    </svg>
  )
}
