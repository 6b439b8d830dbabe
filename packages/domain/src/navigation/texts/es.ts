import type { Texts } from './texts.ts'
import { answering } from './es/answering.ts'
import { doing } from './es/doing.ts'
import { guiding } from './es/guiding.ts'
import { refusing } from './es/refusing.ts'
import { statuses, stepStatuses, words } from './es/words.ts'

export const es: Texts = { words, statuses, stepStatuses, ...guiding, ...doing, ...answering, ...refusing }
