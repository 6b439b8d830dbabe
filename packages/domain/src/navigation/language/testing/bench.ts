import type { Language } from '../../../text/language.ts'
import type { Vocabulary } from '../intent.ts'

/** What can be named at one bench, in each language; the ids are the same. Step 6 of 8 is a decision, and current. */
const names: Readonly<
  Record<Language, Readonly<Record<'steps' | 'options' | 'outcomes' | 'resources' | 'timers', string>>>
> = {
  en: {
    steps:
      'Set up the bench|Cut the leather pieces|Mark stitch lines|Spread the contact cement|Let the cement dry|Choose your stitch|Check seams and edges|Condition the wallet',
    options: 'Saddle stitch|Machine stitching',
    outcomes: 'Slim wallet|Classic wallet',
    resources: 'Vegetable tanned leather|Waxed linen thread|Brass rivets',
    timers: 'Cement|Dye',
  },
  de: {
    steps:
      'Werkbank einrichten|Lederteile zuschneiden|Nahtlinien anzeichnen|Kontaktkleber auftragen|Kleber trocknen lassen|Stich wählen|Nähte und Kanten prüfen|Brieftasche pflegen',
    options: 'Sattlerstich|Maschinennaht',
    outcomes: 'Schmale Brieftasche|Klassische Brieftasche',
    resources: 'Pflanzlich gegerbtes Leder|Gewachster Leinenzwirn|Messingnieten',
    timers: 'Kleber|Farbe',
  },
  fr: {
    steps:
      'Préparer l’établi|Couper les pièces de cuir|Tracer les lignes de couture|Étaler la colle|Laisser sécher la colle|Choisir le point|Contrôler les coutures et les bords|Nourrir le portefeuille',
    options: 'Point sellier|Couture à la machine',
    outcomes: 'Portefeuille fin|Portefeuille classique',
    resources: 'Cuir tanné végétal|Fil de lin ciré|Rivets en laiton',
    timers: 'Colle|Teinture',
  },
  es: {
    steps:
      'Preparar el banco|Cortar las piezas de cuero|Marcar las líneas de costura|Extender el adhesivo|Dejar secar el adhesivo|Elegir la puntada|Revisar costuras y bordes|Acondicionar la cartera',
    options: 'Puntada de guarnicionero|Costura a máquina',
    outcomes: 'Cartera fina|Cartera clásica',
    resources: 'Cuero de curtido vegetal|Hilo de lino encerado|Remaches de latón',
    timers: 'Adhesivo|Tinte',
  },
}

const units = ['sq_ft', 'm', 'piece']

/** The vocabulary of a leather bench. Ids: steps from 1, options from 11, outcomes from 21, resources `r1` …, timers `t1` …. */
export function benchIn(language: Language): Vocabulary {
  const list = (what: keyof (typeof names)[Language]) => names[language][what].split('|')
  return {
    steps: list('steps').map((name, index) => ({ id: index + 1, name })),
    current_step_id: 6,
    options: list('options').map((text, index) => ({ id: index + 11, text })),
    outcomes: list('outcomes').map((name, index) => ({ id: index + 21, name })),
    resources: list('resources').map((name, index) => ({ id: `r${index + 1}`, name, unit: units[index] ?? null })),
    timers: list('timers').map((label, index) => ({ id: `t${index + 1}`, label })),
  }
}

/** Nothing can be named. */
export const emptyBench: Vocabulary = {
  steps: [],
  current_step_id: null,
  options: [],
  outcomes: [],
  resources: [],
  timers: [],
}
