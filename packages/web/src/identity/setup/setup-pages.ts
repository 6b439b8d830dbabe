/** The questions of the first run, one a page, in their order. */
export const setupPages = ['account', 'workshop', 'language', 'units', 'look', 'samples'] as const

export type SetupPageName = (typeof setupPages)[number]
