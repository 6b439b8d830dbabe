import type { Texts } from './texts.ts'
import { answering } from './fr/answering.ts'
import { doing } from './fr/doing.ts'
import { guiding } from './fr/guiding.ts'
import { refusing } from './fr/refusing.ts'
import { statuses, stepStatuses, words } from './fr/words.ts'

export const fr: Texts = { words, statuses, stepStatuses, ...guiding, ...doing, ...answering, ...refusing }
