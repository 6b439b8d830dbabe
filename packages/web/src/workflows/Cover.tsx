import { craftOf, type Craft } from '@hidesync/domain/themes/craft-scheme'
import { Anvil, Axe, Hammer, Scissors, Spool, type LucideIcon } from 'lucide-react'
import { cx } from '../ui/cx.ts'
import styles from './cover.module.css'

const emblems: Readonly<Record<Craft, LucideIcon>> = {
  leather: Scissors,
  wood: Axe,
  metal: Anvil,
  fibre: Spool,
  other: Hammer,
}

/** The pattern of each craft: seams, grain, facets, weave, and shavings for all others. */
const strokes: Readonly<Record<Craft, readonly string[]>> = {
  leather: [
    'M-20 30C80 6 240 54 340 24',
    'M-20 44C80 20 240 68 340 38',
    'M-20 140C80 116 240 164 340 134',
    'M-20 154C80 130 240 178 340 148',
  ],
  wood: [
    'M-4 22C60 8 110 40 172 24S280 8 330 26',
    'M-4 50C50 34 96 70 168 52s104-22 162 0',
    'M-4 82c46-18 76 12 118 6 30-4 26-22 56-22s34 24 66 22 56-14 100-2',
    'M-4 108c52-8 82 18 140 12 60-6 116-26 194-8',
    'M-4 134c70-12 122 18 192 6 56-10 92-12 142 0',
    'M-4 160c64-8 130 12 196 2 52-8 88-6 138 0',
  ],
  metal: ['M0 180 110 40l60 90 60-110 90 160', 'M110 40v140M230 20v160', 'M0 90l110-50 120-20 90 60', 'M0 20l110 20'],
  fibre: [
    'M0 30h320M0 70h320M0 110h320M0 150h320',
    'M40 0v180M80 0v180M120 0v180M160 0v180M200 0v180M240 0v180M280 0v180',
  ],
  other: [
    'M10 150c40-60 80 10 120-40s80-90 180-70',
    'M-10 60c60-50 90 20 150-10S250-10 330 20',
    'M40 190c60-50 110-10 160-50s70-40 130-30',
  ],
}

interface CoverProps {
  readonly category: string | null
  /** Turns the pattern, so that neighbours do not look the same. */
  readonly variant?: number
}

const turns = ['', 'matrix(-1 0 0 1 320 0)', 'matrix(1 0 0 -1 0 180)', 'matrix(-1 0 0 -1 320 180)'] as const

/** In place of a photograph: the pattern, as wide as there is room, and the emblem of the craft, in the colours of the workflow's theme. */
export function Cover({ category, variant = 0 }: CoverProps) {
  const craft = craftOf(category)
  const Emblem = emblems[craft]
  return (
    <div aria-hidden className={styles['cover']}>
      <svg viewBox="0 0 320 180" preserveAspectRatio="none" className={styles['pattern']}>
        <g transform={turns[variant % turns.length]}>
          {strokes[craft].map((path, index) => (
            <path
              key={path}
              d={path}
              className={cx(styles['line'], craft === 'leather' && index % 2 === 1 && styles['stitched'])}
            />
          ))}
        </g>
      </svg>
      <span className={styles['emblem']}>
        <Emblem size={40} strokeWidth={1.75} />
      </span>
    </div>
  )
}
