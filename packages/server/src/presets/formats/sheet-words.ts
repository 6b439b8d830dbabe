/** The few words that a sheet for the bench has of its own, in the languages of the product. */
const english = {
  materials: 'Materials',
  tools: 'Tools',
  documentation: 'Documents',
  outcomes: 'Outcomes',
  paths: 'Ways through',
  steps: 'Steps',
  warning: 'Warning',
  tip: 'Tip',
  details: 'In detail',
  optional: 'optional',
  needs: 'Needs',
  next: 'Then',
  if: 'if',
  otherwise: 'otherwise',
  again: 'again',
  at_most: 'at most',
  choose: 'Choose',
  wait: 'Wait',
  difficulty: { beginner: 'Beginner', intermediate: 'Intermediate', advanced: 'Advanced', expert: 'Expert' },
}
export type SheetWords = typeof english

const german: SheetWords = {
  materials: 'Material',
  tools: 'Werkzeug',
  documentation: 'Unterlagen',
  outcomes: 'Ergebnisse',
  paths: 'Wege',
  steps: 'Schritte',
  warning: 'Achtung',
  tip: 'Tipp',
  details: 'Im Einzelnen',
  optional: 'nicht unbedingt nötig',
  needs: 'Dazu',
  next: 'Dann',
  if: 'wenn',
  otherwise: 'sonst',
  again: 'noch einmal',
  at_most: 'höchstens',
  choose: 'Entscheide',
  wait: 'Warten',
  difficulty: { beginner: 'Einsteiger', intermediate: 'Geübte', advanced: 'Fortgeschrittene', expert: 'Meister' },
}

const french: SheetWords = {
  materials: 'Matériaux',
  tools: 'Outils',
  documentation: 'Documents',
  outcomes: 'Résultats',
  paths: 'Parcours',
  steps: 'Étapes',
  warning: 'Attention',
  tip: 'Conseil',
  details: 'En détail',
  optional: 'facultatif',
  needs: 'Il faut',
  next: 'Ensuite',
  if: 'si',
  otherwise: 'sinon',
  again: 'encore',
  at_most: 'au plus',
  choose: 'Choisissez',
  wait: 'Attendre',
  difficulty: { beginner: 'Débutant', intermediate: 'Intermédiaire', advanced: 'Avancé', expert: 'Expert' },
}

const spanish: SheetWords = {
  materials: 'Materiales',
  tools: 'Herramientas',
  documentation: 'Documentos',
  outcomes: 'Resultados',
  paths: 'Caminos',
  steps: 'Pasos',
  warning: 'Atención',
  tip: 'Consejo',
  details: 'En detalle',
  optional: 'opcional',
  needs: 'Hace falta',
  next: 'Después',
  if: 'si',
  otherwise: 'si no',
  again: 'otra vez',
  at_most: 'como máximo',
  choose: 'Elija',
  wait: 'Esperar',
  difficulty: { beginner: 'Principiante', intermediate: 'Intermedio', advanced: 'Avanzado', expert: 'Experto' },
}

const byLanguage: ReadonlyMap<string, SheetWords> = new Map([
  ['de', german],
  ['fr', french],
  ['es', spanish],
])

/** The words in the language of a locale; English where there are none. */
export const sheetWords = (locale: string): SheetWords => byLanguage.get(locale.split('-')[0] ?? '') ?? english
