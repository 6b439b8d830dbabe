import { alike } from './french-verbs.ts'

/** What is said of "nous", politely, or in the way of a region, and the plain words that stand for it. */
export const frenchWays: Readonly<Record<string, string>> = {
  ...alike(
    'montre',
    'mets à l écran',
    'mets sur l écran',
    'mettez à l écran',
    'mets nous à l écran',
    'mets au tableau',
    'mettez au tableau',
    'projette',
    'projetez',
  ),
  ...alike('combien', 'combien que', 'combien qu'),
  ...alike('où', 'où que', 'où qu'),
  ...Object.fromEntries(
    ['hier', 'la dernière fois', 'la semaine dernière', 'ce matin', 'vendredi', 'l autre jour'].flatMap(when =>
      [
        'où on s est arrêtés',
        'où on s est arrêté',
        'où je me suis arrêté',
        'où je me suis arrêtée',
        'où nous nous sommes arrêtés',
        'où on en était',
        'où je en étais',
      ].map(where => [`${where} ${when}`, 'où je me suis arrêté'] as const),
    ),
  ),
  ...alike('dans', 'pour dans'),
  ...alike('lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'),
  // "Encore" asks for what was known once, and not for once more.
  ...alike('c est quoi', 'c est quoi encore', 'c était quoi encore'),
  ...alike('comment je fais', 'comment on fait encore', 'comment je fais encore', 'comment fait on encore'),
  ...alike('où', 'où encore'),
  ...alike('saute', 'skippe', 'skip', 'skippes', 'skipper', 'skippez', 'skippons'),
  // Who calls back reminds nobody of anything.
  ...alike('téléphone', 'je te rappelle', 'je vous rappelle', 'je le rappelle', 'je la rappelle', 'je les rappelle'),
  ...alike(
    'montre',
    ...[
      'je aimerais',
      "j'aimerais",
      'je voudrais',
      'je souhaiterais',
      'je souhaite',
      'nous aimerions',
      'nous voudrions',
    ]
      .flatMap(who => [`${who} avoir`, `${who} bien avoir`])
      .concat(['puis je avoir', 'pourrais je avoir', 'peut on avoir', 'pourrait on avoir', 'pourrions nous avoir'])
      .concat(['je peux avoir', 'je pourrais avoir', 'on peut avoir', 'on pourrait avoir', 'pouvons nous avoir']),
  ),
  ...alike('je peux', 'nous pouvons', 'nous pourrions', 'pourrions nous', 'on peut tu', 'je peux tu'),
  ...alike('je dois', 'devrions nous', 'nous devrions'),
  ...alike('je n ai', 'nous n avons', 'on n a'),
  ...alike('je ai pas assez', 'nous n aurons pas assez', 'on n aura pas assez', 'on aura pas assez'),
  ...alike('je n en ai', 'nous n en avons', 'on n en a'),
  ...alike('je ai besoin', 'aurons nous besoin', 'nous aurons besoin', 'allons nous avoir besoin', 'aura t on besoin'),
  ...alike('je ai besoin', 'nous aurions besoin', 'on aurait besoin'),
  ...alike('je me suis trompé', 'nous nous sommes trompés', 'on s est trompé', 'on s est trompés'),
  ...alike('je manque', 'nous manquons'),
  ...alike('je préfère', 'nous préférons'),
  ...alike('je ferai', 'nous ferons'),
  ...alike('va', 'alliez', 'allions'),
  ...alike('je fais', 'faisons nous'),
  ...alike('estime', 'estimer', 'estimez'),
  ...alike('je prendrai', 'nous prendrons'),
  ...alike('je choisirai', 'nous choisirons'),
  ...alike('prenais', 'prenions'),
  ...alike('choisissais', 'choisissions'),
  ...alike('il faut', 'il nous faudrait', 'il nous faudra', 'il vous faut', 'nous faudra t il', 'nous faudrait il'),
  ...alike('que il faut', 'que ça prend', "qu'est ce que ça prend", 'que ça va prendre'),
  ...alike('que il reste', 'ce qui reste', 'ce qui me reste', 'ce qui nous reste', 'ce qu il nous reste'),
  ...alike(
    'où je me suis arrêté',
    'où nous nous étions arrêtés',
    'où nous nous sommes arrêtés',
    'où on s était arrêté',
    'où on s était arrêtés',
    'où nous en étions restés',
    'où on en était resté',
    'où je en étais resté',
    'où on était rendus',
    'où on était rendu',
    'où je étais rendu',
    'où je étais rendue',
    'où nous étions rendus',
  ),
  ...alike(
    'énumère étape',
    ...['détaille', 'détailler', 'détaillez', 'détaille moi'].map(verb => `${verb} les étapes`),
  ),
  ...alike('préviens', 'prévenir', 'préveniez'),
  // This "plus" is more, and denies nothing.
  ...Object.fromEntries(
    ['minute', 'minutes', 'min', 'heure', 'heures', 'secondes'].flatMap(unit =>
      ['de plus', 'en plus'].map(more => [`${unit} ${more}`, `${unit} supplémentaires`]),
    ),
  ),
}
