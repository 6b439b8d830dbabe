import type { Sentences } from '../wording.ts'

const sure = '[(pour suite|par suite|pour reste|pour <run>|après|ensuite|alors)]'
const effect = `(que <happens>|<happens> quoi) ${sure}`
/** Whoever is asked, before the verb or behind it: "que conseillez-vous", "tu conseilles quoi". */
const you = '[(tu|vous)]'
const advice = '(conseil|astuce|truc|trucs|tuyau|recommandation|recommandations)'
const gives =
  '(montre|donneriez|donnerais|avez|as|auriez|aurais|auras|connaissez|connais|partageriez|pourriez montre|peux montre|pouvez montre)'
const caution =
  '(précautions|précaution|risques|risque|danger|mesures|avertissement|protections|pièges|mises en garde|instruction sécurité|règles sécurité)'
const during = '(pour|à|dans|pendant|lors|avant|en|au moment|quand (je|on))'
/** What is judged, named by what it is. */
const piece =
  '(pièce|pièces|travail|ouvrage|résultat|produit|article|objet|modèle|portefeuille|sac|ceinture|étui|pochette|meuble|chaise|table|boîte|cadre|vêtement|bijou|bracelet|il|elle)'

/** Whole sentences, as who is polite, learns the language or names the thing first says them. */
export const frenchFull = {
  help: ['à quoi (servez|sers) (tu|vous)', 'à quoi servez'],
  where: ['[<ask>] quel étape je fais [en ce moment]'],
  list_steps: ['[de] combien étape (se compose|compose|comprend|comporte) <run>'],
  tools_step: ['(ça prends|il faut|ça demande) [de] (quel|quoi comme) outil (pour|à|dans) <step>'],
  overview: ['[<show>] (aperçu|résumé|récapitulatif|présentation|topo|synthèse|portrait) [(de|sur)] ensemble [<run>]'],
  instructions: [
    'relis instruction [en cours]',
    '[je] [(n|ne)] ai pas [(bien|tout)] (compris|saisi|pigé) que (il faut|je dois) faire <at>',
    '(que|quoi) [<ask>] (il faut|je dois) faire (ici|exactement|précisément|au juste)',
    'comment <at> [se] passe [on fait quoi] [(ici|au juste)]',
  ],
  instructions_step: [
    'que (fait|fais) [(on|je)] (à|dans|pour|pendant|lors) <step>',
    '(répète|redis|relis|lis|rappelle) (instruction|description|explication|texte|détails) [(de|pour|à)] <step>',
    `comment (il faut|je dois|on doit|faut il) [(faire|procéder|prends|m y prendre|s y prendre)] ${during} <step>`,
    `comment (je fais|on fait|procéder|procède) ${during} <step>`,
    '<step> comment (prends on|prend on|on prends|s y prend on|fait on|procède t on|il faut procéder|je dois faire)',
  ],
  instructions_next: ['que (ferons|fera|ferai|allons faire|va t on faire) [(on|t on|je)] (après|ensuite|par suite)'],
  tips: [`[de] quel ${advice} [<ask>] ${you} ${gives} ${you} <at>`],
  tips_step: [
    `(pour|à) [bien] <step> ${you} [(as|avez|auriez|aurais|il y a|quel)] [pas] ${advice}`,
    `[de] quel ${advice} [<ask>] ${you} ${gives} ${you} (pour|sur|à) [(bien|mieux|réussir à)] <step>`,
    `(que|quoi) [<ask>] ${you} (conseille|conseilleriez|conseillerais|recommande|recommanderiez|recommanderais) ${you} pour [(bien|mieux)] <step>`,
    'conseille (pour|sur|à) [(bien|mieux|réussir à)] <step>',
  ],
  warnings: [
    `(quel|à quel|de quel) ${caution} [<ask>] (il faut|je dois|il y a|sont) [à] (prends|connaître|respecter|observer)`,
  ],
  warnings_step: [
    `(pour|à) <step> (quel [sont] ${caution} [(il faut|je dois|il y a)] [à] [(prends|connaître|respecter)]|à quoi (il faut|je dois|dois) faire attention)`,
    `à quoi (faire attention|veiller|prends garde) ${during} <step>`,
    '(est il|est ce|c est) [pas] (dangereux|risqué) [de] <step>',
    `(quel|à quel|de quel) [sont] ${caution} [<ask>] [(il faut|je dois|il y a|existe|sont)] [à] [(prends|connaître|savoir|respecter|observer|suivre|avoir)] ${during} <step>`,
    `à quoi (je dois|il faut|dois) [(faire attention|veiller|prends garde|penser|être attentif|attention)] ${during} <step>`,
    '<step> [(ça)] (c est|est ce|est ce que c est) (dangereux|risqué)',
    `<ask> (il faut|je dois|on doit) [(porter|mets|prévoir)] (gants|masque|lunettes|protections|tablier) ${during} <step>`,
  ],
  suggest: [
    '(tu|vous) (choisiriez|choisirais|prendriez|prendrais) (quoi|laquelle|lequel)',
    `(laquelle|lequel|quel (option|méthode|solution|choix)) [<ask>] ${you} (choisiriez|choisirais|prendriez|prendrais|conseilleriez|recommanderiez|préféreriez) ${you}`,
    'par (quoi|où) [<ask>] (je dois|il faut|on|je) (continue|commence|poursuis|enchaîne)',
  ],
  time: [
    'combien [de] temps [encore] (prendra|durera|faudra) [t il] [encore]',
    '(quand|dans combien [de] temps|à quel heure) [<ask>] (aurons|aura) [(on|t on)] (fini|terminé)',
    'estime (temps|durée) [(restant|que il reste)]',
  ],
  timers_name: ['où en est {timer_name}'],
  what_if_option: [
    `[et] si [jamais] [(je|on)] <choose> <option> ${effect}`,
    `${effect} si [jamais] [(je|on)] <choose> <option>`,
    `avec <option> ${effect}`,
    'quel [(seraient|serait|sont|est|il y a)] (conséquences|conséquence|effets|effet|différence|changements) si [(je|on)] <choose> <option>',
  ],
  complete_step_pass: [`${piece} [a] (passé|passe|réussi|réussit) [(bien|avec succès|haut la main)] <step>`],
  fail_step_verdict: [`${piece} [(n|ne)] [a] pas (passé|réussi) <step>`, `${piece} [ne] (passe|réussit) pas <step>`],
  shortage_resource: [
    '[de] {resource_name} [(je|on)] (vais|va|risque) [(bientôt|vite)] [(en|de)] [en] (manquer|manque|être à court)',
    '[de] {resource_name} il [(n|ne)] en reste [(presque|quasiment)] plus [(beaucoup|assez)]',
    '[de] {resource_name} [(je|on)] [(n|ne)] en (ai|a|avons) [(presque|bientôt)] plus [(assez|du tout|beaucoup)]',
    '[(je|on)] (va|vais) [bientôt] (manque|manquer|être à court|tomber à court|être en rupture) [de] {resource_name}',
  ],
  cancel: [
    '(je|on) abandonne <run> (annule|arrête|supprime) [tout]',
    '<run> (je|on) (abandonne|annule) [tout] [(définitivement|complètement)]',
  ],
} satisfies Partial<Sentences>
