/** What is told of the work or of oneself beside a command; each combination is short, since only some hundred are read of one template. */
const feminine = '(colle|teinture|peinture|cire|pâte|couche|pièce|planche|tranche|couture|surface|poche|résine|laque)'
const masculine =
  '(cuir|vernis|fil|bord|trou|bois|métal|tissu|papier|joint|mastic|plâtre|béton|truc|morceau|patron|café)'
const several = '(tranches|coutures|pièces|poches|surfaces|couches|bords|trous|morceaux|planches|joints|fils|colles)'
const states = {
  est: [
    [feminine, '(sèche|bien sèche|prise|dure|froide|chaude|propre|prête|lisse|bonne|belle|posée|étalée|coupée|percée)'],
    [feminine, '(collée|cousue|polie|poncée|peinte|refroidie|durcie|appliquée|découpée|finie de sécher|encore humide)'],
    [masculine, '(sec|bien sec|pris|dur|froid|chaud|propre|prêt|lisse|bon|beau|posé|étalé|coupé|percé|droit|plat)'],
    [masculine, '(collé|cousu|poli|poncé|peint|refroidi|durci|appliqué|découpé|marqué|en place|encore humide)'],
  ],
  sont: [
    [several, '(secs|sèches|bien sèches|bien secs|prêts|prêtes|propres|lisses|coupés|coupées|percés|collées|polies)'],
  ],
} as const
const leads = ['', 'maintenant que', 'vu que', 'comme', 'puisque'] as const

const ofWork = Object.entries(states).flatMap(([is, pairs]) =>
  pairs.flatMap(([thing, state]) => leads.map(lead => `${lead} ${thing} ${is} ${state}`)),
)

export const frenchTalk: readonly string[] = [
  ...ofWork,
  `(${feminine}|${masculine}) (sèche|a séché|a pris|a refroidi|a durci|tient bien|tient)`,
  '(lame|aiguille|main|règle|machine|perceuse|pièce|scie|ciseau|marteau|vis) (a glissé|a dérapé|a cassé net|est tombée|m a échappé|a sauté)',
  'je ai oublié (quelque chose|truc|machin|détail|outil|trucs|un truc|une chose|un détail)',
  '[(vu que|comme|puisque|parce que)] je (ai pas|n ai pas) (le temps|temps|outil|l outil|matériel|le matériel|envie|le bon outil|ce qu il faut|la place|la patience|la tête à ça)',
  '(je suis|on est) (pressé|pressée|pressés|en retard|à la bourre|à la course|occupé|occupée|attendu|attendue|prêts)',
  '(c est|c était|ça c était|ça a été|ce fut) [(trop|super|hyper|vraiment|bien|plutôt|assez|très)] (facile|simple|dur|chiant|rapide|pénible|amusant|cool)',
  '(trop|super|hyper|vraiment|plutôt|très) (facile|simple|dur|chiant|rapide|pénible|cool)',
  '(facile|fastoche|les doigts dans le nez|bien joué|beau travail|bon travail|bien joué tout le monde)',
  '(je ai|on a) (avancé|cliqué|appuyé|parlé|répondu|tapé) [un peu] trop (vite|loin|tôt|fort)',
  '(je ai|on a) (choisi|décidé|tranché|bien réfléchi|réfléchi|fait mon choix|fait notre choix)',
  '[(bon|alors|voilà|ok)] (ce sera|ça sera) tout [(pour moi|pour le moment|pour l instant)]',
  '(ça|elle|il) (sèche|a séché|a fini de sécher|a durci|a pris|a refroidi|a fini de prendre) [bien|enfin]',
  `(c est|ce n est|c) [(bien|enfin|pas|toujours pas)] [encore] [(bien|assez|tout à fait)] (sec|dur|pris|froid|collé|refroidi|durci)`,
  `[(la|le|ma|mon|cette|ce|l)] (${feminine}|${masculine}) (est|n est) pas [encore] [(bien|assez|tout à fait)] (sèche|sec|prise|pris|dure|dur|froide|froid|prête|prêt|collée|collé)`,
  '(je|on) manque [de] (temps|patience|courage|place|bras|sommeil|lumière|air|énergie|café)',
  'il faut que je (file|y aille|rentre|me sauve|m en aille)',
  '(je ai|on a) (fini|terminé) de (manger|dîner|déjeuner|boire|souper|téléphoner)',
  '[juste] le temps (de|que je) (réponde|répondre|mange|manger|boive|boire|aille|aller|sorte|sortir|fume|fumer) [(au téléphone|à porte|un café|un coup|chercher (le courrier|du pain|un café|les enfants)|une clope|aux toilettes|un moment)]',
  '(je n en|je en) peux plus',
  '(de a à z|au juste|ça sert à rien|ça ne sert à rien|pas (la peine|besoin|envie)|(c est|ce est|c) pas (la peine|grave)|on (ne|) se refait pas|on (ne|) sait jamais|évidemment|la (cata|catastrophe|poisse|honte))',
  '(il est|il se fait) (tard|tôt|midi|bientôt midi|l heure)',
  '(il fait|fait) (chaud|froid|faim|soif|sombre|nuit|trop chaud|trop froid|tard)',
  '(je ai|j ai) (faim|soif|froid|chaud|mal au dos|mal aux mains|sommeil|besoin d air|les mains prises|les mains occupées|les mains sales|les doigts collés|plein de colle sur les mains)',
  '(téléphone|quelqu un|on|voisin|facteur|client|patron) (sonne|frappe|me demande|vient d arriver|est arrivé|débarque)',
  '(je|on) (reviens de|sors de) (loin|table)',
  '(pas trop tôt|pas mal|pas évident|pas facile|pas simple|pas malheureux|il était temps|c était moins une|c était pas trop tôt|il était grand temps|c était dur|c était facile|c était chaud|ça a été|à la bonne heure|quel boulot|quel travail|quel bazar|quelle galère|quel bonheur|quelle misère|c est pas trop tôt|ce n était pas facile|c était pas facile|ça commence à bien faire|ça fait plaisir|ça change|on avance bien|ça va vite)',
  '(tabarnouche|tabarnak|câline|cibole|sapristi|saperlipopette|nom d une pipe|nom d un chien|bon sang|bordel|putain|purée|crotte|diantre|fichtre|mazette|ouf|hourra|youpi|chouette|cool|trop bien|tant mieux|nom de nom|non de non|bon dieu|nom d un petit bonhomme|mon œil|ma foi|nonante|bof)',
  '(à mon avis|à ton avis|à votre avis|selon toi|selon vous|pour toi|en principe|normalement|logiquement|à première vue|sauf erreur|si je comprends bien|si j ai bien compris|si je suis bien|sans rire|blague à part|sérieusement|soyons sérieux|comme prévu|comme convenu|comme demandé|comme il faut|tout bien réfléchi|à bien y penser|en y pensant|quand j y pense)',
]
