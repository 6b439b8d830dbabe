import type { Language } from '../../../text/language.ts'
import type { Done } from '../wording.ts'

/** Forms that tell that what a verb says is done, from the verb as names of steps have it. */
type FormsOf = (verb: string) => readonly string[]

const table = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    text.split('|').map(entry => {
      const [verb = '', ...forms] = entry.trim().split(' ')
      return [verb, forms]
    }),
  )

const irregularEnglish = table(
  'choose chosen chose|cut cut|sew sewn sewed|make made|put put|set set|draw drawn drew|bend bent|bind bound|wind wound|build built|hold held|grind ground|tear torn tore|weave woven wove|spread spread|split split|lay laid|write written wrote|take taken took|beat beaten|burn burnt burned|get got|find found|weld welded|let let|bring brought|fit fitted fit|stick stuck|sweep swept|drill drilled|knit knitted knit|shear shorn|melt melted molten|dye dyed|saw sawn sawed|strike struck|spin spun|cast cast|freeze frozen|pick picked',
)

const englishDone: FormsOf = verb => {
  const irregular = irregularEnglish.get(verb)
  if (irregular !== undefined) return irregular
  if (verb.endsWith('e')) return [`${verb}d`]
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`]
  return [`${verb}ed`, `${verb}${verb.at(-1) ?? ''}ed`]
}

const separable =
  /^(zusammen|zurecht|zurück|aus|zu|vor|an|auf|ab|ein|um|durch|nach|weg|fest|fertig|hinein|heraus|unter|über|mit|bereit|los|glatt|sauber|nieder)(?=.{4})/
const inseparable = /^(ver|be|er|ent|zer|miss)(?=.{4})/
const irregularGerman = table(
  'schneiden schnitten|stechen stochen|schleifen schliffen|ziehen zogen|binden bunden|biegen bogen|streichen strichen|reißen rissen|schreiben schrieben|nehmen nommen|geben geben|gießen gossen|messen messen|schlagen schlagen|brennen brannt|bringen bracht|treiben trieben|waschen waschen|backen backen|halten halten|lassen lassen|laden laden|graben graben|sägen sägt|winden wunden|flechten flochten|schmelzen schmolzen|reiben rieben|legen legt|spannen spannt|mahlen mahlen|lesen lesen|sehen sehen|werfen worfen|schieben schoben|schließen schlossen|hängen hängt|spinnen sponnen|scheren schoren|stehen standen|tragen tragen',
)

/** Whoever has "zugeschnitten" says "geschnitten" as well, and "geklebt" for "verklebt". */
const germanDone: FormsOf = verb => [...germanFormsOf(verb), ...germanFormsOf(withoutPrefix(verb))]

const withoutPrefix = (verb: string): string => {
  const base = verb.replace(separable, '').replace(inseparable, '')
  return base === verb ? '' : base
}

const germanFormsOf: FormsOf = verb => {
  if (!/(en|eln|ern)$/.test(verb)) return []
  const prefix = separable.exec(verb)?.[0] ?? ''
  const base = verb.slice(prefix.length)
  const ge = base.endsWith('ieren') || inseparable.test(base) ? '' : 'ge'
  const stem = base.replace(/e?n$/, '')
  const inflected = (participle: string) => [participle, `${participle}e`]
  const irregular = irregularGerman.get(base) ?? irregularGerman.get(base.replace(/^(ver|be|er|ent|zer)/, ''))
  if (irregular !== undefined) {
    const kept = /^(ver|be|er|ent|zer)/.exec(irregularGerman.has(base) ? '' : base)?.[0] ?? ''
    return irregular.flatMap(form => inflected(`${prefix}${ge}${kept}${form}`))
  }
  return inflected(`${prefix}${ge}${stem}${/(t|d|chn|ffn|tm)$/.test(stem) ? 'et' : 't'}`)
}

const agreeing = (participle: string) => ['', 'e', 's', 'es'].map(ending => participle + ending)
const irregularFrench = table(
  'coudre cousu|découdre décousu|teindre teint|peindre peint|mettre mis|faire fait|ouvrir ouvert|enduire enduit|cuire cuit|prendre pris|joindre joint|éteindre éteint|écrire écrit|couvrir couvert|recouvrir recouvert|construire construit|battre battu|inscrire inscrit|moudre moulu|tenir tenu|retenir retenu|voir vu|recevoir reçu|éclaircir éclairci',
)

const frenchDone: FormsOf = verb => {
  const irregular = irregularFrench.get(verb)
  if (irregular !== undefined) return irregular.flatMap(agreeing)
  if (verb.endsWith('er')) return agreeing(`${verb.slice(0, -2)}é`)
  if (verb.endsWith('ir')) return agreeing(`${verb.slice(0, -2)}i`)
  return verb.endsWith('re') ? agreeing(`${verb.slice(0, -2)}u`) : []
}

const irregularSpanish = table(
  'imprimir impres imprimid|escribir escrit|hacer hech|poner puest|abrir abiert|cubrir cubiert|romper rot|freír frit|disolver disuelt|resolver resuelt|volver vuelt|componer compuest',
)

const spanishDone: FormsOf = verb => {
  const root = verb.slice(0, -2)
  const inflected = (participle: string) => ['o', 'a', 'os', 'as'].map(ending => participle + ending)
  const irregular = irregularSpanish.get(verb)?.flatMap(inflected) ?? []
  if (verb.endsWith('ar')) {
    const before = root.replace(/g$/, 'gu').replace(/c$/, 'qu').replace(/z$/, 'c')
    return [...inflected(`${root}ad`), `${before}é`, `${root}amos`]
  }
  if (!/[eií]r$/.test(verb)) return []
  return irregular.length > 0 ? [...irregular, `${root}í`] : [...inflected(`${root}id`), `${root}í`, `${root}imos`]
}

/** "Verklebt" is also what somebody does: of verbs whose participle has no "ge". */
const germanNow: FormsOf = verb => (inseparable.test(verb) ? germanFormsOf(verb) : [])
const frenchNow: FormsOf = verb =>
  verb.endsWith('er')
    ? ['e', 'es'].map(ending => verb.slice(0, -2) + ending)
    : verb.endsWith('ir')
      ? [`${verb.slice(0, -1)}s`]
      : []
const spanishNow: FormsOf = verb =>
  spanishDone(verb).flatMap(form =>
    /[ai]mos$/.test(form) ? [form] : form.endsWith('é') ? [form.replace(/é$/, 'e')] : [],
  )

/** How steps are told to be done in each language. */
export const done: Readonly<Record<Language, Done>> = {
  en: {
    verbLast: false,
    formsOf: englishDone,
    nowOf: () => [],
    subjects: 'i we',
    tells: 'have has had is are was were been finally already',
    auxiliaries:
      'i we thats its have has had is are was were been be just now all finally already both got fully off out up down',
    single: 'a an',
  },
  de: {
    verbLast: true,
    formsOf: germanDone,
    nowOf: germanNow,
    subjects: 'ich wir',
    tells: 'habe haben ist sind war waren wurde wurden worden bereits schon fertig',
    auxiliaries:
      'ich wir habe haben ist sind war waren wurde wurden worden bereits nun endlich gerade eben soeben jetzt schon alle beide fertig komplett vollständig',
    single: 'ein eine einen',
  },
  fr: {
    verbLast: false,
    formsOf: frenchDone,
    nowOf: frenchNow,
    subjects: 'je on nous',
    tells: 'ai avons est sont était étaient été ont viens déjà',
    auxiliaries:
      'je on nous ai avons a est sont était étaient été ont viens de maintenant enfin déjà tout toutes tous bien y matin',
    single: 'un une',
  },
  es: {
    verbLast: false,
    formsOf: spanishDone,
    nowOf: spanishNow,
    subjects: 'yo',
    tells: 'ya he hemos ha han están fue fueron sido quedó quedaron queda quedan acabo acabamos tengo tenemos',
    auxiliaries:
      'yo ya he hemos ha han está están fue fueron sido quedó quedaron queda quedan acabo acabamos por fin ahora todos todas bien tengo tenemos',
    single: 'un una',
  },
}
