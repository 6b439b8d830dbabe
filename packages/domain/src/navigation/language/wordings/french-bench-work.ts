import type { Sentences } from '../wording.ts'

/** What people at a bench say beside the plain ways of timers, notes, materials and the run. */
export const frenchBenchWork: Partial<Sentences> = {
  start_timer_duration: [
    '(mets|lance|démarre|règle|pars) [moi] {duration} [au|sur|de] <timer> [tant qu à y être]',
    '(préviens|avertis|avise|sonne|appelle|fais signe|crie) [moi] (quand|lorsque) {duration} (sont passées|sont écoulées|est passé|est écoulé)',
    '(fais|montre) [moi] [un] (signe|coup de sonnette|rappel) (dans|après|d ici) {duration}',
  ],
  start_timer_text: [
    '(mets|lance|démarre|règle|programme) {duration} pour {text}',
    '(mets|lance|démarre|règle|programme) <timer> {text} pour {duration}',
    '<timer> pour {text} (de|sur|à|pendant) {duration}',
    '<timer> {text} (de|sur|à|pendant) {duration}',
  ],
  pause_timer: [
    '(gèle|stoppe|arrête|suspends|mets en pause|bloque) <timer> (une seconde|une minute|un instant|deux minutes|deux secondes|un moment) [je reviens]',
    '(fais|laisse) (patienter|attendre) <timer>',
  ],
  pause_timer_name: [
    '(gèle|stoppe|arrête|suspends|bloque) <timer> [(pour|de)] {timer_name} (une seconde|une minute|deux minutes|deux secondes|un moment)',
    '(fais|laisse) (patienter|attendre) <timer> [(pour|de)] {timer_name}',
  ],
  resume_timer: [
    '(relance|reprends|redémarre|remets en marche|fais repartir|refais tourner|refaire tourner|relâche|continue) <timer> [que je avais (mis en pause|arrêté|suspendu|stoppé)]',
    'c est bon [(tu peux|vous pouvez)] (relance|reprends|redémarre|refaire tourner|fais repartir|refais partir|continue|remets|faire repartir|réactive) <timer> [(en marche|en route)]',
  ],
  resume_timer_name: [
    '(relance|reprends|redémarre|remets en marche|fais repartir|refais tourner|refaire tourner|continue) <timer> [(pour|de)] {timer_name} [que je avais (mis en pause|arrêté|suspendu|stoppé)]',
    '<timer> [de] {timer_name} (peut repartir|repart|peut continuer|peut reprends)',
  ],
  extend_timer_name: [
    '{timer_name} (a besoin|aurait besoin) [de] {duration} (supplémentaires|plus|en plus|de rab) [(sur|à) <timer>]',
    '(rajoute|mets|colle|laisse|donne) [donc] {duration} [(de rab|plus|en plus|supplémentaires)] (à|au|pour|sur) {timer_name}',
    '{timer_name} (encore|plus) {duration} [de plus]',
  ],
  extend_timer_duration: ['(rajoute|mets|laisse|donne) [lui|en] {duration} (de rab|de plus|en plus|de mieux)'],
  stop_timer: [
    '(fais taire|éteins|coupe|stoppe|arrête|désactive|ferme) <timer> [qui sonne|il me casse les oreilles|il me rend fou|tout de suite]',
    'je (n) ai plus besoin [du|de] <timer>',
    'c est bon [(tu peux|vous pouvez)] (arrête|coupe|éteins|stoppe|enlève|supprime|éteindre|ferme|désactive) <timer>',
  ],
  stop_timer_name: [
    'fais taire <timer> [(pour|de)] {timer_name} [qui sonne]',
    'je (n) ai plus besoin [du] <timer> [(pour|de)] {timer_name}',
  ],
  timers_name: [
    'quand {timer_name} (est|sera) [(t il|t elle|il|elle)] (sèche|sec|prête|prêt|dry)',
    '{timer_name} (sèche|coudre|prend|dure) encore combien [de] temps',
    'combien [de] temps pour {timer_name} [encore]',
    'combien [de] temps (sèche|reste) [encore] {timer_name}',
    'elle sèche encore combien [de] temps {timer_name}',
    '<timer> [(pour|de)] {timer_name} [il|elle] [en] (est|est à|en est à|reste|en est|lui reste|sonne|finit|dit) (combien|où|quand|quoi)',
    '<timer> [(pour|de)] {timer_name} (il en est à combien|il lui reste combien|c est pour quand|combien de temps encore|tourne encore|tourne toujours)',
    '(est ce que) <timer> [(pour|de)] {timer_name} (tourne|tourne encore|est fini|est terminé)',
  ],
  note_text: [
    '(fais|mets|colle|laisse|ajoute|crée|garde) [toi|moi] [un|une] (pense bête|rappel|mémo|post it|annotation|petit mot|remarque) [(que|disant)] {text}',
    '(mets|couche|inscris|marque|écris|note) [moi] (ça|ceci) (quelque part|par écrit|dans notes|sur papier) {text}',
    '(pour mémoire|à retenir|à noter) [que] {text}',
    'prendre note [de ceci|de ça] {text}',
  ],
  usage: [
    '(je ai eu besoin|il me a fallu) [de] {measure} {resource_name}',
    'je (ai passé|ai mis|ai sorti|ai bouffé|ai englouti|ai écoulé) {measure} {resource_name} [pas une de moins]',
    '(il est parti|ça a pris|ça m a coûté|y est passé|il y est passé|sont partis) {measure} {resource_name} [dans affaire]',
    '{measure} {resource_name} (de moins|de parti)',
  ],
  usage_pieces: [
    '(il est parti|ça a pris|y est passé|il y est passé|je ai passé|je ai posé) {quantity} {resource_name} [dans affaire]',
    '{quantity} {resource_name} de moins',
  ],
  shortage_resource: [
    '(je arrive|on arrive) au bout [du|de] {resource_name}',
    'on est au bout du {resource_name}',
    '(il y a|je ai) plus (aucun|du tout) {resource_name} [dans boîte|dans tiroir|dans stock]',
    'tiroir {resource_name} est vide',
    '(fini|terminé|épuisé) {resource_name}',
    'faudra (racheter|commander|recommander) [du] {resource_name}',
    '{resource_name} (il en manque|est à racheter|vient à manquer)',
  ],
  yes: [
    '(mais oui bien sûr|bien sûr que oui|oui oui|ben oui|mais oui|oui fais|oui fais ça|fais donc|certainement|absolument|carrément|et comment|ça me va oui|oui vas y|vas y fais|je veux bien oui)',
  ],
} satisfies Partial<Sentences>
