import type { Sentences } from '../wording.ts'

export const spanishBench: Partial<Sentences> = {}
