import type { StepDefinition } from '../workflows/definition.ts'
import { say, type Phrase } from './phrases.ts'

/** What a thing is called, by beginnings of words, and what one has to mind with it. */
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
      en: 'Cut away from your body, and keep your other hand behind the edge.',
      de: 'Schneide vom Körper weg und halte die andere Hand hinter der Schneide.',
      fr: 'Coupez en éloignant la lame du corps et gardez l’autre main derrière le tranchant.',
      es: 'Corta hacia fuera, lejos del cuerpo, y mantén la otra mano detrás del filo.',
    },
  },
  {
    words: ['saw', 'bandsaw', 'jigsaw', 'säge', 'bandsäge', 'kreissäge', 'scie', 'sierra', 'serrucho'],
    warning: {
      en: 'Clamp the work before you saw, and keep your fingers out of the line of the cut.',
      de: 'Spanne das Werkstück ein, bevor du sägst, und lass die Finger nicht in die Schnittlinie geraten.',
      fr: 'Bloquez la pièce avant de scier et gardez les doigts hors de la ligne de coupe.',
      es: 'Sujeta la pieza antes de serrar y mantén los dedos fuera de la línea de corte.',
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
    words: [
      'forge',
      'furnace',
      'torch',
      'kiln',
      'anvil',
      'esse',
      'schmiede',
      'amboss',
      'lötlampe',
      'brenner',
      'enclume',
      'chalumeau',
      'fragua',
      'yunque',
      'soplete',
    ],
    warning: {
      en: 'Treat metal as hot until you know that it is cold; keep water and a way out at hand.',
      de: 'Behandle Metall so, als wäre es heiß, bis du weißt, dass es kalt ist; halte Wasser bereit und einen Fluchtweg frei.',
      fr: 'Tenez tout métal pour chaud jusqu’à preuve du contraire ; gardez de l’eau à portée de main et une issue libre.',
      es: 'Da por caliente todo metal hasta saber que está frío; ten cerca agua y una salida libre.',
    },
  },
  {
    words: [
      'lye',
      'caustic',
      'sodium hydroxide',
      'acid',
      'mordant',
      'natron',
      'lauge',
      'ätz',
      'säure',
      'beize',
      'soude',
      'acide',
      'mordançage',
      'sosa',
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
      en: 'Air the room, keep flames away, and lay oily rags out flat to dry.',
      de: 'Lüfte, halte Flammen fern und lege ölige Lappen zum Trocknen flach aus.',
      fr: 'Aérez, éloignez toute flamme et étalez les chiffons huileux à plat pour qu’ils sèchent.',
      es: 'Ventila, aleja las llamas y extiende los trapos con aceite para que se sequen.',
    },
  },
  {
    words: ['sandpaper', 'abrasive', 'schleifpapier', 'papier de verre', 'papier abrasif', 'lija'],
    warning: {
      en: 'Fine dust harms the lungs: wear a mask and sand with the window open.',
      de: 'Feiner Staub schadet der Lunge: Trage eine Maske und schleife bei offenem Fenster.',
      fr: 'La poussière fine nuit aux poumons : portez un masque et poncez fenêtre ouverte.',
      es: 'El polvo fino daña los pulmones: usa mascarilla y lija con la ventana abierta.',
    },
  },
]

const begins = (text: string, word: string): boolean =>
  text === word || text.startsWith(word) || text.includes(` ${word}`)

/** What has to be minded with the tools and materials that a step names, in the language of the locale. */
export function safetyWarnings(step: StepDefinition, locale: string): readonly string[] {
  const names = step.resources
    .filter(({ resource_type }) => resource_type !== 'documentation')
    .map(({ name }) =>
      (name ?? '')
        .toLowerCase()
        .replaceAll(/[^\p{Letter}]+/gu, ' ')
        .trim(),
    )
  return notes
    .filter(({ words }) => words.some(word => names.some(name => begins(name, word))))
    .map(({ warning }) => say(locale, warning))
}
