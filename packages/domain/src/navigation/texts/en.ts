import type { Texts } from './texts.ts'
import { answering } from './en/answering.ts'
import { doing } from './en/doing.ts'
import { guiding } from './en/guiding.ts'
import { refusing } from './en/refusing.ts'
import { statuses, stepStatuses, words } from './en/words.ts'

export const en: Texts = { words, statuses, stepStatuses, ...guiding, ...doing, ...answering, ...refusing }
