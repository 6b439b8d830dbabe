import type { MeaningKey } from '../meaning.ts'
import type { Sentences } from '../wording.ts'
import { frenchFull } from './french-full.ts'

const want =
  '(il faut|je ai besoin|je vais avoir besoin|je aurai besoin|on aura besoin|je dois avoir|je dois sortir|je dois prends|je dois préparer|je prends|je sors|je prépare|on prends|on sort|il y a|ça demande|ça prends|est prévu|il est prévu)'
const easily =
  '(sans (souci|problème|encombre|difficulté|accroc|défaut|réserve)|haut la main|avec succès|du premier coup|premier coup|nickel|sans rien à redire)'

const itIsDone =
  '(c est (bon|fait|fini|terminé|réglé|ok|bouclé) [(pour moi|de mon côté|pour étape|avec étape)]|(je ai|on a) (fini|terminé|bouclé) [(étape|celle)]|étape (fini|terminé|fait)|fini|terminé|fait|voilà)'
const goesOn =
  '((je|on|tu) (peux|peut) (passe|avance|continue|va|enchaîne) [(à|avec|vers)] [(suite|suivant|<suite>|autre)]|[on] (passe|avance|continue|enchaîne) [(à|avec|vers)] [(suite|suivant|<suite>)]|suite|<suite>|suivant)'

/** How the same is said in other orders, with other words around it. */
const everyday: Partial<Sentences> = {
  help: [
    '(ça|appli|application|assistant|truc) marche comment',
    '(quel|c est quoi|montre) [(sont|au juste)] (mots|commandes|phrases|ordres) que (tu|vous) (peux|pouvez|es capable de|êtes capable de|sais|savez|arrives à) [(comprendre|reconnaître|entendre|comprends|faire)]',
    'que (tu|vous) (sais|savez|peux|pouvez) faire [(toi|vous)]',
    'je (comprends|pige|capte) rien à [(truc|machin|affaire|bidule)]',
    '(explique|montre|apprends) [(moi|nous)] comment (tu|vous|ça|appli|application|assistant) (marches|marchez|marche|fonctionnes|fonctionnez|fonctionne)',
    '(explique|montre) comment [(je|on|il faut|je dois|je peux)] [(te|vous)] (parle|parler|utilise|commander|demander) [(avec toi|avec vous|quelque chose)]',
    '(montre|rappelle|explique) [que] (tu|vous) (sais|savez|peux|pouvez|comprends|comprenez) [faire]',
  ],
  status: [
    '(fait|c est) combien [de] étape [de] [déjà] (fait|faites|terminé|finies|bouclées)',
    '(il reste|reste) [encore] (beaucoup|beaucoup à faire|pas mal) [de] [(boulot|travail|étape|choses)] (ou pas|ou quoi|ou non)',
    'combien [il] [en] reste [à faire]',
    'combien il [en] reste [encore] [à faire]',
    'il [en] reste [encore] combien à faire',
    'est ce que (je ai|on a) [bien|beaucoup|assez] (avancé|progressé)',
    'est ce que (je ai|on a|c est|étape est) [déjà] (fini|terminé|fait)',
    '[je ai] [bien|beaucoup] (avance|progressé) ou pas',
  ],
  where: [
    '[je [(ne|n)] [me] (souviens|rappelle|sais) (plus|pas)] [de] [étape] où (je|on) (suis|est|en étais|en était|étais|était) [(avant pause|avant|hier|tantôt|ce matin|dernière fois|tout à heure)]',
    '[je [(ne|n)] [me] (souviens|rappelle|sais) (plus|pas)] [(à|de)] quel étape (je suis|on est|c était|je étais|on était|je en étais)',
    'c était (quoi|laquelle|quel) étape',
    '(je|on) (travaille|bosse|trouve|est|suis) [là] [à|sur|dans] quel étape',
    '(à|sur|dans) quel étape (on|je) (trouve|travaille|bosse|est)',
    '(c est|c était) quoi que (je|on) (fait|fais|faisait|faisais)',
  ],
  next: [
    '(je|on) (peux|peut) (va|passe) pour (suite|suivant|<suite>)',
    'je voulais (suivant|<suite>|étape après|celle après)',
    '(je|on) (peut|peux) (passe|va|avance|continue|enchaîne) [à|avec|vers] (suite|suivant|<suite>|étape après|celle après)',
  ],
  complete_step_pass: [
    `<step> (est|a été|s est) [bien] (passé|passée|réussi|réussie|validé|validée|déroulé) ${easily}`,
    '(rien à (redire|signaler|reprocher)|aucun (défaut|souci|problème)|pas de (défaut|souci|problème)|tout est (bon|ok|nickel|conforme)) (sur|à|au|pour|côté|lors|après) <step>',
  ],
  complete_pass: [
    'c est [tout] (bon|ok|conforme|nickel|parfait) (au|à|pour|côté) (contrôle|test|vérification|inspection|examen)',
    'tout est (conforme|bon|ok|nickel|parfait|en ordre) (au|à|pour|côté) (contrôle|test|vérification|inspection|examen)',
    `(contrôle|test|vérification|inspection|examen) (passé|réussi|validé|ok) ${easily}`,
  ],
  list_steps: [
    '(il y a|il reste) quoi [encore] à faire [en tout|au total|dans <run>]',
    '<show> tout [que] (il y a|il reste) à faire [en tout|au total]',
  ],
  resources: [
    '(que|quoi) [<ask>] (il faut que je|il faut que on|je dois|on doit) (sorte|prenne|prépare|prévoie|aie|utilise|achète|apporte|sortir|préparer|prévoir|acheter|apporter|rassembler) <at>',
    '(il faut que je|il faut que on) (sorte|prenne|prépare|prévoie|aie|utilise|achète|apporte) quoi <at>',
    `${want} [de] quoi comme <stuff> <at>`,
    `quel <stuff> [<ask>] ${want} <at>`,
    `${want} [de] quel <stuff> <at>`,
    `[de] (quoi|que) [<ask>] ${want} comme <stuff> <at>`,
    '[<show>] [(liste|tout|toute|inventaire)] [de] <stuff> [(nécessaire|requis|utile|à prévoir|à sortir|à préparer|que il faut|dont je ai besoin|prévu)] <at>',
    'c est quoi [(liste|tout)] <stuff> [(nécessaire|requis|que il faut|dont je ai besoin|prévu)] <at>',
  ],
  resources_step: [
    `${want} [de] quoi comme <stuff> (pour|à|dans) <step>`,
    `(pour|à|dans) <step> ${want} [de] quoi [comme <stuff>]`,
    `(pour|à|dans) <step> (de quoi|que|quoi) [<ask>] ${want}`,
    '[<show>] [(liste|tout)] <stuff> (pour|de) <step>',
  ],
  tools_step: [
    `(pour|à|dans) <step> [${want}] [de] (quel|quoi comme|c est quoi|quel sont|que comme) outil [(que il faut|nécessaire|il faut|je prends|je sors|je ai besoin)]`,
    `${want} quoi comme outil (pour|à|dans) <step>`,
    '(pour|à) <step> (je|on) (travaille|prends|utilise) (avec quoi|quoi comme outil|quel outil)',
  ],
  materials_step: [
    `(pour|à|dans) <step> [${want}] [de] (quel|quoi comme|c est quoi|quel sont|que comme) matériel [(que il faut|nécessaire|il faut|je prends|je sors|je ai besoin)]`,
  ],
  need: [
    '(ça|étape|celle) (consomme|prends|demande|utilise|nécessite) combien [de] {resource_name} [étape]',
    `(côté|niveau|question|en|comme|au niveau|pour|concernant) {resource_name} ${want} [prévu|prévoir|prends] combien [prévu] <at>`,
    `(côté|niveau|question|en|comme|au niveau|concernant) {resource_name} (combien|quel quantité|c est combien|il en faut combien) [<ask>] [(il faut|je prends|je prévois|est prévu|on prends|je ai besoin)] [prévoir|prends|compter] <at>`,
    `{resource_name} (il faut|je dois|on doit) (prévoir|compter|prends) combien <at>`,
    '{resource_name} [on] en (met|prends|utilise|faut) combien <at>',
    '(je|on) (met|prends|prévois) combien {resource_name} <at>',
  ],
  instructions: [
    '(concrètement|en pratique) comment (je|on) (fais|fait|procède|dois faire|prends|prend|m y prends) <at>',
    '[je] [(ne|n)] (ai|je ai) pas [(bien|tout)] (compris|saisi|pigé|capté) (comment|que|quoi) [(on|je|ça)] (fait|fais|marche|procède|prends|faire|procéder) <at>',
    'je vois pas comment (on|je) (fait|fais|procède|prends) <at>',
    '(concrètement|en pratique) (je fais quoi|je fais comment|comment je fais|on fait quoi|on fait comment|que je fais|que je dois faire|il faut faire quoi|je dois faire quoi)',
    '(je fais|on fait|je dois faire|il faut faire) (quoi|comment) (concrètement|en vrai|en pratique)',
  ],
  instructions_next: [
    'et (après|ensuite) (je fais quoi|que je fais|on fait quoi|c est quoi|il y a quoi|que il y a|que vient|je dois faire quoi|il faut faire quoi|que je dois faire)',
  ],
  tips: [
    '[(un|une|des)] (truc|trucs|conseil|astuce|combine|tuyau|technique) pour (va|faire|avancer|travaille|être|gagner) [(plus|mieux)] (vite|efficace|propre|facile|mieux|temps|propre)',
    '[(un|des|quelques)] (truc|trucs|conseil|astuce|tuyau) pour (aide|aider|avancer|réussir|bien faire|faire mieux|rater|y arriver|faciliter|gagner temps)',
    '(que|quoi) [<ask>] (tu|vous) (conseilles|conseillez|recommandes|recommandez) pour (bien faire|réussir|bien réussir|faire mieux|y arriver)',
  ],
  tips_step: ['comment (bien|mieux|réussir à|faire pour bien|je fais pour bien|réussir à bien) <step>'],
  path: [
    '(je|on) (passe|vais|va) par (où|quel chemin|quel étape) [(pour|jusqu à|avant)] [(finis|fin|bout|arriver à fin|arriver au bout)]',
  ],
  path_outcome: [
    '[<show>] [quel est] [meilleur|plus court] (chemin|parcours|itinéraire|trajet|route) [meilleur|plus court|plus rapide|plus direct] (jusqu au|jusqu à|jusqu aux|vers|pour|au) {outcome_name}',
    '(pour|jusqu au|vers) {outcome_name} (je passe par où|par où je passe|quel chemin|c est quoi chemin|on passe par où|quel étape|comment on fait)',
  ],
  path_step: [
    'quel est [meilleur|plus court] (chemin|parcours|itinéraire|trajet|route) [plus court|plus rapide|plus direct] (jusqu au|jusqu à|jusqu aux|vers|pour|au) <step>',
  ],
  decide: [
    '(je|on) lançons dans <option>',
    '(je|on) (choisirais|prendrais|ferais|partirais|opterais|irais|tenterais|verrais) [(bien|plutôt)] [(pour|sur|avec|à|bien)] <option>',
    '<option> (ça|c|ce|il|elle) (ira|sera|tiendra|fera) [(plus|mieux|bien|très)] [(vite|solide|simple|beau|facile|propre|rapide|joli|pratique)]',
    'que (je vais|on va|je veux) [(prends|choisis|faire|pars|opter|utilise|travaille)] [(sur|pour|à|avec|par|au)] <option>',
    '(finalement|plutôt|tant qu à faire|tout compte fait) [(à|avec|par|sur|pour)] <option> [(finalement|plutôt|à la place)]',
    '[(à|avec|par|sur|pour)] <option> (finalement|plutôt|à la place|du coup)',
    '(plutôt|je veux plutôt|je prends plutôt) {option_number}',
    '(mets|prends|choisis|montre|je veux|je prends|je choisis|on prends) {option_number} celui (à|avec|de|en) {option_name}',
    '<option> (me plaît|me parle|plaît|convient|tente|va) [(bien|mieux|davantage|le plus)] [je (prends|choisis) [(ça|celui)]]',
    '<option> c est [très] (bien|parfait|mieux|mon choix|ce que je veux|ce que je prends) [je (prends|choisis) [(ça|celui)]]',
    '<option> (je prends|je choisis|on prends|je retiens|je garde) [(ça|celui)]',
  ],
  timers_name: [
    'encore combien [de] [(temps|minutes)] (au|sur|à|dans|pour|avant) [<timer>] [(pour|de)] {timer_name}',
    '[(il|elle|ça)] en est (où|à combien) [<timer>] [(pour|de)] {timer_name}',
    '{timer_name} [(c est|ce sera|ça sera|est|sera|sont)] [(il|elle)] (bientôt|quand) (bon|sec|sèche|prêt|prête|pris|fini|terminé|ok)',
    '{timer_name} (c est|ce sera|ça sera|est|sera|sont) [(il|elle)] (bon|sec|sèche|prêt|prête|pris|fini|terminé|ok) (quand|dans combien de temps|dans combien|à quel heure|bientôt)',
    '(quand|dans combien de temps|à quel heure) [<ask>] {timer_name} (c est|ce sera|ça sera|est|sera|sont) (bon|sec|sèche|prêt|prête|pris|fini|terminé|ok)',
    '<ask> {timer_name} (est|sera) [bientôt] (bon|sec|sèche|prêt|prête|pris|fini|terminé) bientôt',
    '{timer_name} (en est où|en est à combien|il reste combien|reste combien|encore combien|il en a encore pour combien|elle en a encore pour combien|en a encore pour combien) [de] [(temps|minutes)]',
  ],
  undo: [
    '(reviens|retourne) (sur|en arrière sur) [(ce|tout)] que je (ai fait|viens de faire|ai dit|viens de dire|ai choisis|ai validé|ai noté)',
  ],
  history: [
    '(récapitule|résume|rappelle|redis|montre|raconte) qui (a été|est|a déjà été) [déjà] (fait|terminé|réalisé|accompli)',
  ],
  previous: ['je voulais [étape] (précédent|avant|celle avant)'],
  complete: [
    'c est en ordre pour celle là',
    '[c est] dans la boîte',
    'étape et (termine|finis|fini|terminé|faite)',
    `${itIsDone} (c est (fait|fini|terminé|bon|tout bon)|je ai (fini|terminé))`,
    '(je ai|on a) (fini|terminé) de faire (étape|tâche|travail)',
    `${itIsDone} ${goesOn}`,
    '(c est|est) (ok|okay|bon|nickel|fait|fini|réglé) (pour|avec|de) <here>',
    '(mets|indique|coche|considère) que (c est|étape est|celle est|je ai) (fait|fini|terminé|bouclé|faite)',
    '(je|on) (considère|considérer) que (c est|étape est) (fait|fini|terminé|bouclé)',
  ],
  skip: [
    '(je|on) (fais|fait) pas (étape|celle) (on|je) (saute|zappe)',
    '(on a|on n a) pas besoin [de] [(celle|tâche)] (saute|zappe|on saute|on zappe|je saute)',
    '(celle|tâche) (on|je|tu) (va|vais|peux) (saute|zappe|passe|ignore)',
    '(celle|tâche) il faut (saute|zappe|passe)',
  ],
  tools: [
    '(il y a|je ai|on a) besoin [de] outil [(spéciaux|spécial|particuliers|particulier|précis|spécifiques)] <at>',
    'avec quoi je dois (travaille|faire)',
  ],
  suggest: [
    'c est (laquelle|lequel|quoi) [le|la] (plus|mieux) (simple|facile|rapide)',
    '(c est quoi|quel sont) (choix|options|possibilités|alternatives)',
    '(je fais|on fait) quoi [(tu crois|tu penses|à ton avis|selon toi)]',
    '[(entre|parmi)] [(deux|trois|options|choix|méthodes|possibilités|solutions)] [(laquelle|lequel|que|quel méthode|quel option)] est [(le|la)] (plus (simple|rapide|solide|facile|beau|belle|propre|adapté|adaptée|sûr|résistant|résistante)|mieux|préférable|meilleur|meilleure)',
  ],
  what_if_option: [
    'quel (conséquence|conséquences|différence|effet|impact|avantages|inconvénients) [(ça aurait|il y a|il y aurait)] si (je|on) <choose> <option>',
  ],
  outcome: [
    '(je décide|je penche|on décide|je vote|je suis) pour {outcome_name}',
    '(ma décision|choix) (c est|est|ce sera) {outcome_name}',
    '(je reste|on reste) (dans|sur) {outcome_name}',
  ],
  start_timer_duration: [
    'faire sonner [(dans|d ici|au bout de|après)] {duration}',
    '(montre|préviens|rappelle|alerte|avertis|sonne|fais signe) (quand|dès que|lorsque) (ça|il) (fait|fera|il y a) {duration}',
    'dans {duration} montre le',
  ],
  warnings: ['(que|quoi) [<ask>] [il] [(ne|n)] (faut|il faut) [surtout] pas (faire|toucher|oublier) <at>'],
  shortage_resource: [
    '{resource_name} (va|vont) [(ne|n)] pas (suffire|être assez|être suffisant|assez)',
    'il [(n|ne)] y (a|aura) pas assez [de] {resource_name} [(pour finis|pour tout|pour suite)]',
  ],
  usage: [
    '(mets|ajoute|compte|inscris|note) {measure} {resource_name} (en|dans|à) (consommation|utilisation|conso|usage)',
  ],
  usage_pieces: [
    '(mets|ajoute|compte|inscris|note) {quantity} {resource_name} (en|dans|à) (consommation|utilisation|conso|usage)',
    '(compte|décompte) {quantity} {resource_name} [(utilisés|consommés|posés)]',
  ],
  pause: [
    '(on fait|prends|je prends|on prends|faisons) [une] pause (on|je) (reprends|reprendra|continue|reviens) [(plus tard|demain|après|tantôt|bientôt|tout à heure|dans cinq minutes|dans dix minutes|dans moment)]',
  ],
  stop_timer: [
    '(arrête|coupe|éteins|stoppe|fais taire) [(truc|machin|chose|bidule|boucan|bazar|bruit)] qui (sonne|bipe|hurle)',
    '(sonnerie|alarme|<timer>|bip) (arrête|coupe|éteins|stoppe) [la]',
  ],
} satisfies Partial<Sentences>

const isKey = (key: string, sentences: Partial<Sentences>): key is MeaningKey => key in sentences

/** "Non" before what takes something back is why: "non c'était une erreur, annule". */
const takenBack = (undo: readonly string[]): readonly string[] => [
  ...undo,
  `(non|ah non|oh non|mais non|non non|non mais) (${undo.join('|')})`,
]

const withMore = (sentences: Sentences, more: Partial<Sentences>): Sentences => ({
  ...sentences,
  ...Object.fromEntries(
    Object.entries(more).map(([key, own]) => [key, isKey(key, sentences) ? [...sentences[key], ...own] : own]),
  ),
})

/** The sentences with those of every day behind them. */
export const withEveryday = (sentences: Sentences): Sentences => {
  const all = withMore(withMore(sentences, everyday), frenchFull)
  return { ...all, undo: takenBack(all.undo) }
}
