import type { Messages } from '../app/texts.ts'

const files = import.meta.glob<Messages>('../locales/*.json', { import: 'default', eager: true })

/** All parts of a language in one, for what is drawn outside its room. */
export const catalogueOf = (language: string): Messages =>
  Object.entries(files)
    .flatMap(([path, texts]) => (path.endsWith(`.${language}.json`) ? [texts] : []))
    .reduce((all, texts) => ({ ...all, ...texts }))

export const english = catalogueOf('en')
