import type { Sentences } from '../wording.ts'

export const frenchBench: Partial<Sentences> = {}
