import type { Language } from '../../../text/language.ts'

/** What is more so than something, where "plus" is no "not". */
const compared =
  'joli jolie beau belle simple facile rapide vite solide propre léger légère résistant résistante fort forte fin fine pratique élégant élégante court courte long longue grand grande petit petite sûr sûre cher chère tard tôt loin tranquille chic moderne classique doux douce précis précise régulier régulière durable souple rigide discret discrète costaud marrant marrante amusant amusante agréable logique'

/** Phrases in which a word that hinders or turns round does neither. */
export const harmless: Readonly<Partial<Record<Language, readonly string[]>>> = {
  fr: [
    'il y a',
    'il fait',
    'il est temps',
    'il est tard',
    'il est midi',
    'il pleut',
    ...['il faut que je', 'il faut que j', 'faut que je', 'faut que j'].flatMap(must =>
      ['aille', 'y aille', 'parte', 'sorte', 'file', 'rentre', 'réponde', 'monte', 'descende', 'mange'].map(
        go => `${must} ${go}`,
      ),
    ),
    ...compared.split(' ').map(each => `plus ${each}`),
  ],
  es: [
    'tengo que',
    'tenemos que',
    'hay que',
    ...['mi', 'el', 'la', 'los', 'las', 'un', 'una', 'hoy', 'eso', 'tu', 'su'].map(each => `por ${each}`),
  ],
}

/** How a clause begins that tells why. */
export const reasons: Readonly<Partial<Record<Language, readonly string[]>>> = {
  fr: ['parce que', 'parce qu', 'parce', 'car', 'vu que', 'vue que', 'vu qu', 'puisque', 'puisqu', 'étant donné que'],
  es: ['porque', 'ya que', 'puesto que', 'dado que'],
}
