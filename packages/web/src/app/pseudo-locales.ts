/** Made-up languages to look at the app in: long words with accents, and writing from right to left. */
export const pseudoLocales = ['en-XA', 'ar-XB'] as const

export type PseudoLocale = (typeof pseudoLocales)[number]
