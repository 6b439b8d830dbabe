import type { StepDefinition } from '../workflows/definition.ts'
import { say, type Phrase } from './phrases.ts'

/** What a thing is called, by beginnings of words, and what one has to mind with it however it is used. */
interface SafetyNote {
  readonly words: readonly string[]
  readonly warning: Phrase
}

const notes: readonly SafetyNote[] = [
  {
    words: [
      'knife',
      'knives',
      'blade',
      'chisel',
      'scalpel',
      'skiv',
      'gouge',
      'cutter',
      'messer',
      'klinge',
      'beitel',
      'stechbeitel',
      'couteau',
      'lame',
      'ciseau',
      'cuchill',
      'navaja',
      'formon',
      'gubia',
    ],
    warning: {
      en: 'Think where the edge would go if it slipped, and keep your fingers out of its way.',
      de: 'Überlege, wohin die Klinge rutschen könnte, und halte die Finger aus ihrem Weg.',
      fr: 'Pensez à l’endroit où irait la lame si elle glissait, et gardez les doigts hors de sa course.',
      es: 'Piensa adónde iría el filo si resbalara y mantén los dedos fuera de su camino.',
    },
  },
  {
    words: ['saw', 'bandsaw', 'jigsaw', 'säge', 'bandsäge', 'kreissäge', 'scie', 'sierra', 'serrucho'],
    warning: {
      en: 'Keep your fingers out of the line of the cut.',
      de: 'Lass die Finger nicht in die Schnittlinie geraten.',
      fr: 'Gardez les doigts hors de la ligne de coupe.',
      es: 'Mantén los dedos fuera de la línea de corte.',
    },
  },
  {
    words: [
      'drill',
      'grinder',
      'router',
      'lathe',
      'sander',
      'bohrmaschine',
      'schleifer',
      'schleifmaschine',
      'oberfräse',
      'drechsel',
      'perceuse',
      'meuleuse',
      'ponceuse',
      'défonceuse',
      'taladro',
      'amoladora',
      'lijadora',
      'fresadora',
    ],
    warning: {
      en: 'Wear eye protection, tie back hair and sleeves, and take off gloves near turning parts.',
      de: 'Trage eine Schutzbrille, binde Haare und Ärmel zurück und arbeite an sich drehenden Teilen ohne Handschuhe.',
      fr: 'Portez des lunettes de protection, attachez cheveux et manches, et ôtez vos gants près des pièces en rotation.',
      es: 'Usa gafas de protección, recógete el pelo y remángate, y quítate los guantes cerca de las piezas que giran.',
    },
  },
  {
    words: ['forge', 'furnace', 'torch', 'kiln', 'schmiede', 'lötlampe', 'brenner', 'chalumeau', 'fragua', 'soplete'],
    warning: {
      en: 'Take everything near the heat for hot until you know that it is cold, and keep a way out clear.',
      de: 'Halte alles in der Nähe der Hitze für heiß, bis du weißt, dass es kalt ist, und halte einen Fluchtweg frei.',
      fr: 'Tenez pour chaud tout ce qui est près de la chaleur jusqu’à preuve du contraire, et gardez une issue libre.',
      es: 'Da por caliente todo lo que esté cerca del calor hasta saber que está frío, y deja libre una salida.',
    },
  },
  {
    words: [
      'lye',
      'caustic',
      'sodium hydroxide',
      'acid',
      'mordant',
      'natronlauge',
      'natriumhydroxid',
      'lauge',
      'ätz',
      'säure',
      'beize',
      'soude caustique',
      'lessive de soude',
      'hydroxyde de sodium',
      'acide',
      'mordançage',
      'sosa cáustica',
      'hidróxido de sodio',
      'ácido',
      'mordiente',
    ],
    warning: {
      en: 'Wear gloves and goggles, open a window, and always add the chemical to the water.',
      de: 'Trage Handschuhe und Schutzbrille, öffne ein Fenster und gib immer die Chemikalie ins Wasser.',
      fr: 'Portez gants et lunettes, ouvrez une fenêtre et versez toujours le produit dans l’eau, jamais l’inverse.',
      es: 'Usa guantes y gafas, abre una ventana y echa siempre el producto sobre el agua.',
    },
  },
  {
    words: [
      'solvent',
      'lacquer',
      'varnish',
      'contact cement',
      'turpentine',
      'spirit dye',
      'lösungsmittel',
      'lack',
      'kontaktkleber',
      'terpentin',
      'solvant',
      'vernis',
      'colle contact',
      'térébenthine',
      'disolvente',
      'barniz',
      'trementina',
    ],
    warning: {
      en: 'Air the room and keep flames away.',
      de: 'Lüfte und halte Flammen fern.',
      fr: 'Aérez et éloignez toute flamme.',
      es: 'Ventila y aleja las llamas.',
    },
  },
  {
    words: ['sandpaper', 'abrasive', 'schleifpapier', 'papier de verre', 'papier abrasif', 'lija'],
    warning: {
      en: 'Fine dust harms the lungs: wear a mask where it rises.',
      de: 'Feiner Staub schadet der Lunge: Trage eine Maske, wo er entsteht.',
      fr: 'La poussière fine nuit aux poumons : portez un masque dès qu’elle vole.',
      es: 'El polvo fino daña los pulmones: usa mascarilla donde se levante.',
    },
  },
]

/** What a thing is free of, such as acid, is not in it. */
const freeOf = /\p{Letter}+-?fre(?:e|i\p{Letter}*)(?!\p{Letter})|(?<!\p{Letter})(?:sans|sin)\s\p{Letter}+/gu

const begins = (text: string, word: string): boolean =>
  text === word || text.startsWith(word) || text.includes(` ${word}`)

/** What has to be minded with the tools and materials that a step names, in the language of the locale. */
export function safetyWarnings(step: StepDefinition, locale: string): readonly string[] {
  const names = step.resources
    .filter(({ resource_type }) => resource_type !== 'documentation')
    .map(({ name }) =>
      (name ?? '')
        .toLowerCase()
        .replaceAll(freeOf, '')
        .replaceAll(/[^\p{Letter}]+/gu, ' ')
        .trim(),
    )
  return notes
    .filter(({ words }) => words.some(word => names.some(name => begins(name, word))))
    .map(({ warning }) => say(locale, warning))
}
