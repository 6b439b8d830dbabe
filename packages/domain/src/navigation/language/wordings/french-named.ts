import type { Sentences } from '../wording.ts'

const needed =
  '(<ask> [il faut|je ai besoin|je dois|je utilise|on utilise|je prends|il y a besoin|je vais avoir besoin|je aurai besoin|on a besoin|est nécessaire|sont nécessaires|est requis|sont requis|est prévu|est prévue|sont prévus|il en faut|va servir|ça prends|ça demande|ça utilise|ça consomme|servir|est utilisé|sont utilisés|vais utilise|je mets|on mets|je vais utilise|demande] [prends|utilise|prévoir|préparer|avoir|mets|sortir|acheter|découper|de plus]|vaut il prends)'
const at = '[de plus|encore|en tout|au total|environ|à peu près] <at> [en tout|au total]'

/** What is asked, set or judged of a thing that is named. */
export const frenchNamed = {
  need: [
    '[(doit on|il faudra)] (prévoir|acheter|compter|préparer|sortir|couper|commander|racheter|prends|mesurer|avoir) combien [de] {resource_name} <at>',
    '[<ask>] (y a t il|on a|reste t il) [encore] (assez|suffisamment) [de] {resource_name}',
    'où (est|sont|se trouve|se trouvent) {resource_name}',
    `combien [de] [mètres|grammes|millilitres|centimètres|morceaux|ml|g|m|cm] [de] {resource_name} ${needed} ${at}`,
    `combien ${needed} [de] {resource_name} ${at}`,
    `combien {resource_name} ${at}`,
    `quel (quantité|longueur|volume|nombre|poids|dose) {resource_name} ${needed} ${at}`,
    `(quantité|dose|longueur) {resource_name} [nécessaire|requise|besoin|il faut|à prévoir] ${at}`,
    '(il faut|je ai besoin|je dois prends|je utilise|on utilise|ça prends|il y a) [de] combien [de] {resource_name} <at>',
    '(il faut|je ai besoin|je dois prends|on prends) quel quantité {resource_name} <at>',
    '<ask> (il faut|je vais avoir besoin|je aurai besoin|on a besoin|je utilise|on utilise|je dois utilise|je dois prends|je dois avoir|je dois sortir|il y a besoin) [de] {resource_name} <at>',
    '{resource_name} <ask> (il en faut|il faut|on en a besoin|est nécessaire|est utile|est requis|sert) [combien] <at>',
    '{resource_name} (combien|quel quantité) [il faut|il en faut] <at>',
    '{resource_name} (est il|est elle|sont ils|sont elles) (nécessaires|utile|utiles|requises) <at>',
    '(a quoi|quand|où) (sert|servent|je ai besoin|il faut) {resource_name}',
    'il en faut combien [de] {resource_name} <at>',
    'montre quantité [il faut] {resource_name} <at>',
  ],
  warnings_resource: [
    '[<ask>] (est|c est) (dangereux|dangereuse|toxique|nocif|nocive|inflammable) {resource_name}',
    '<ask> {resource_name} est (dangereux|dangereuse|toxique|nocif|nocive|inflammable|risqué|risquée)',
    '{resource_name} (est il|c est) (dangereux|dangereuse|toxique|nocif|nocive|inflammable|risqué|risquée)',
    '(il y a|<show>) (danger|risques|précautions|avertissement|mises en garde|pièges) [à prends] (avec|pour|sur|à|concernant) {resource_name}',
    'à quoi (je dois|il faut) faire gaffe avec {resource_name}',
    'il faut [des|un] (gants|masque|lunettes) (pour|avec) {resource_name}',
  ],
  instructions_option: [
    'comment (on|je) (fait|fais|réalise) {option_name}',
    'comment (faire|fait on|se fait|marche|fonctionne) {option_name}',
    '{option_name} (comment on fait|comment ça marche|comment ça se fait|ça se fait comment|ça marche comment|comment faire)',
    '(explique|décris|détaille|parle|raconte) {option_name}',
    '(instruction|explication|description) (pour|de|à|sur) {option_name}',
  ],
  need_step: [
    `combien {resource_name} ${needed} (pour|à|dans|sur|en|lors) <step>`,
    `quel quantité {resource_name} ${needed} (pour|à|dans|sur|en|lors) <step>`,
    '<ask> (il faut|je vais avoir besoin|on a besoin) {resource_name} (pour|à|dans|sur) <step>',
    '(pour|à|dans|sur) <step> (il faut|je ai besoin) combien {resource_name}',
    '(pour|à|dans|sur) <step> combien [il faut] {resource_name}',
  ],
  complete_step_pass: [
    '[ça] a (passe|réussi) <step>',
    '<step> s est bien (passé|déroulé)',
    'tout est (bon|en ordre|parfait|ok|nickel|conforme) (à|au|dans|pour|lors) <step>',
    '<step> [(ça c est|elle est|il est)] [(tout|tout est)] (bon|bonne|ok|okay|nickel|impeccable|parfait|validé|ras|rien à redire|rien à signaler|sans défaut)',
    '[(c est|est)] [tout] (bon|ok|okay|nickel|impeccable|parfait|conforme|validé) (pour|avec|côté|au|à) <step>',
    '<step> (a réussi|est passée|est réussi|est réussie|est conforme|est concluant|est concluante|est positif|est positive|est satisfaisant|est satisfaisante|est en ordre|est aux normes|réussi|réussie|passé|conforme)',
    '(réussi|je ai réussi) <step>',
    'je ai passé {step_name}',
    '(marque|valide) <step> comme (réussi|réussie|conforme|passé|bon|bonne)',
    '<step> [a été] (concluant|concluante|positif|positive|satisfaisant|satisfaisante|nickel|impeccable)',
  ],
  fail_step_verdict: [
    '(ça|je|c) [n] (a|ai) pas (passe|réussi) <step>',
    '[n] a pas (passe|réussi) <step>',
    '<step> s est mal (passé|déroulé)',
    '<step> [n] (est|c est|a|ne|sont) pas [du tout|été] (bon|bonne|conforme|réussi|réussie|ok|validée|concluant|concluante|satisfaisant|satisfaisante|aux normes|passe|en ordre|à la hauteur)',
    '<step> [ne] passe pas',
    '<step> (pas bon|pas bonne|pas réussi|pas réussie|pas conforme|non conforme|est négative|est refusée|est mauvaise|recalé|est insuffisant|est insuffisante)',
    '(marque) <step> comme (non conforme|pas bon|refusé|refusée)',
    '<step> (est|a été|c est) (négatif|refusé|recalé|mauvais|non conforme|raté|manqué)',
  ],
  start_timer_both: [
    '(démarre|lance|mets|règle|crée|programme|ajoute|déclenche|commence|active|enclenche) <timer> [(pour|de|sur|appelé|nommé)] {timer_name} [(de|sur|à|pendant|pour|avec)] {duration}',
    '(démarre|lance|mets|règle|crée|programme|ajoute|déclenche|commence|active|enclenche) <timer> [(sur|à|pour|pendant|de)] {duration} (pour|sur|appelé|nommé|à) {timer_name}',
    '(démarre|lance|mets|règle|programme|compte|chronomètre) {duration} [<timer>] (pour|sur|à|de) {timer_name} [au <timer>]',
    '<timer> [(pour|de|sur)] {timer_name} [(de|sur|à|pendant|pour)] {duration}',
    '<timer> [(sur|à|pour|pendant)] {duration} (pour|sur|à) {timer_name}',
    '{duration} (<timer>|au <timer>) (pour|sur|à) {timer_name}',
    '(pour) {timer_name} (mets|lance|démarre|règle) <timer> {duration}',
    '(démarre|lance|mets|règle|programme|compte|chronomètre|laisse tourner|minute) {duration} (pour|sur|à|de) [<timer>] {timer_name}',
    '(préviens|rappelle|sonne|alerte|avertis|fais signe) [(dans|au bout de|d ici|après)] {duration} pour {timer_name}',
    '(il faut|je veux|je voudrais|je ai besoin) [de] [<timer>] [de] {duration} pour {timer_name}',
    '(mets|démarre|lance|règle|programme) {duration} (sur|au|à) <timer> [(pour|de)] {timer_name}',
  ],
  cancel_reason: [
    '(abandonne|annule|arrête|stoppe|quitte|laisse tomber|je abandonne|on abandonne|on arrête tout|je laisse tomber) [tout|<run>] (parce que|car|à cause|puisque|vue que|parce|étant donné que|comme quoi) {text}',
  ],
} as const satisfies Partial<Sentences>
