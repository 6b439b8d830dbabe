import type { Texts } from './texts.ts'
import { answering } from './de/answering.ts'
import { doing } from './de/doing.ts'
import { guiding } from './de/guiding.ts'
import { refusing } from './de/refusing.ts'
import { statuses, stepStatuses, words } from './de/words.ts'

export const de: Texts = { words, statuses, stepStatuses, ...guiding, ...doing, ...answering, ...refusing }
