/** What is told beside a command and means none. */
const thing =
  '(colle|cuir|teinture|peinture|vernis|fil|tranche|tranches|bord|bords|couture|coutures|trou|trous|pièce|pièces|poche|poches|surface|couche|truc|machin|cire|huile|bois|métal|argile|pâte|planche|café|thé|portefeuille)'
const state =
  '(sec|sèche|secs|sèches|pris|prise|dur|dure|froid|froide|chaud|chaude|mouillé|lisse|lisses|plat|propre|propres|bon|bonne|bien|beau|belle|nickel|impeccable|parfait|parfaite|droit|droite|en place|bien sec|bien sèche|refroidi|refroidie|durci|durcie|mou)'
const caller =
  '(quelqu un|téléphone|facteur|voisin|voisine|femme|mari|patron|patronne|enfant|enfants|gosse|gosses|chien|chat|client|cliente|livreur|livreuse|maman|papa|blonde|chum)'

export const frenchAsides: readonly string[] = [
  '[parce que|car] (c est|ça va|ce sera|elle est|il est) [beaucoup|bien] (mieux|plus (rapide|vite|simple|facile|solide|joli|beau))',
  '(à l ancienne|comme (toujours|d habitude|avant))',
  '[il faut que|faut que] (je|on) [dois|doit|va|vais] (réponds|répond|réponde|répondre|ouvre|ouvrir|accueille|accueillir|reçois|reçoit) [à|au] (porte|téléphone|client|cliente|clients|facteur|livreur|quelqu un)',
  '(à|aux|pour|devant) [(toute|tous)] (classe|élèves|enfants|apprentis|stagiaires|groupe|équipe|gamins|débutants|collègues|apprenti|apprentie|stagiaire|autres)',
  '(je|on|nous) (n ai|ai|a|n a|avons|n avons) pas [toute] (journée|nuit|vie)',
  `${caller} est (pressé|pressée|impatient|impatiente|en avance|en retard|déjà là|parti|partie)`,
  `[maintenant que|vu que|comme|puisque] ${thing} (est|sont|a|ont|semble|semblent|paraît|me semble|a l air) [enfin|bien|tout à fait|maintenant] ${state} [maintenant|enfin]`,
  `${thing} (sèche|sèchent|a séché|ont séché|a pris|a refroidi|a durci) [bien|enfin]`,
  `${thing} (sec|sèche|secs|sèches|bien sec|bien sèche|refroidie|durcie)`,
  `(il y a|y a|est|voilà) ${caller} (à|au|sur|qui) (porte|téléphone|attend|appelle|ligne|sonne|arrive)`,
  `${caller} (sonne|appelle|est là|arrive|est arrivé|m appelle|attend|est à porte|est au téléphone|pleure|aboie|frappe|frappe à porte)`,
  '(on|ça) (sonne|frappe|cogne|appelle) [à porte]',
  'je (n ai|ai) [(vraiment|même)] plus (envie|patience|le temps|de temps|temps|force|la force|courage|le courage|idée|place|de place|faim|soif|le goût|d énergie|énergie|de jus|la tête à ça) [(de|à) (continuer|faire ça|ça|coudre|travailler|attendre)]',
  '(quelle heure il est|quelle heure est il|il est quelle heure|tu as heure|vous avez heure)',
  '(préviens|prévenez|avertis|sonne|appelle) moi [(quand c est fini|quand c est bon|à la fin)]',
  'je ai pas (capté|compris|pigé|suivi|saisi|percuté|tout compris|bien compris)',
  'je en ai (ma claque|marre|ras le bol|assez|plein le dos|plein les bottes|par dessus la tête|plus qu assez|mon voyage)',
  'je ai les mains (pleines|sales|collantes|prises|occupées)',
  '(mains) (pleines|sales|collantes|prises|occupées)',
  'si (ça|cela|c) (te|vous|) (va|convient|ne dérange pas|dérange pas|est possible|est bon|dit)',
  'si (tu|vous) (peux|pouvez|veux|voulez|le veux bien|le voulez bien|as le temps|avez le temps|es d accord|êtes d accord|permets|permettez)',
  "(bon alors|bon ben|eh bien|et bien|allez hop|et hop|allez zou|zou|c'est parti|on y va|allons bon|tant mieux|tant pis|dommage|mince alors|zut alors|punaise|purée|la vache|mon dieu|oh là là|ouh là|ouh là là|houla|aïe|flûte|crotte|misère|bonté divine|dieu merci|heureusement|par chance|pas grave|ce n'est pas grave|pas de souci|pas de problème|pas de panique|pas pressé|rien ne presse|tranquille|à l'aise|prends ton temps|bonjour|bonsoir|salut|coucou|allô|allo|tu sais|vous savez|tu sais quoi|figure toi|écoute bien|entre nous|entre parenthèses|soit dit en passant|à propos|à ce propos|au passage|en passant|pour info|pour information|pour tout dire|pour être honnête|honnêtement|sincèrement|à mon avis|selon moi|il me semble|me semble|si je ne me trompe pas|si je me souviens bien|comme d'habitude|comme toujours|comme je disais|comme dit|petite question|une petite question|une question|question|question bête|question idiote|juste une question|juste pour savoir|juste pour voir|pour savoir|pour voir|par curiosité|simple curiosité|juste par curiosité|à tout hasard|au cas où|par précaution|par sécurité|pour être sûr|pour être sûre|pour être sûr de moi|avant de continuer|avant de commencer|avant d'oublier|avant que j'oublie|tant que j'y pense|tant que j'y suis|pendant que j'y suis|pendant que ça sèche|pendant que la colle sèche|en attendant|entre temps|entretemps|pendant ce temps|d'abord|tout d'abord|pour commencer|pour finir|encore une chose|une dernière chose|dernière chose|autre chose|ça a pris du temps|ça a été long|c'était long|quelle journée|longue journée|je suis crevé|je suis crevée|je suis fatigué|je suis fatiguée|j'ai soif|j'ai besoin d'un café|il me faut un café|c'est bientôt midi|le temps passe vite|jusqu'ici jusque là tout va bien|tout va bien|tout roule|ça roule|ça marche|entendu|compris|j'ai compris|je comprends|je vois|bien reçu|reçu|c'est noté|merci bien|merci à toi|merci à vous|mille mercis|mon grand|ma belle|mon cher|ma chère|mon ami|mon pote|chef|patron|patronne|prof|professeur|monsieur|madame|mademoiselle|les gars|les filles|les amis|mes amis|tout le monde|les enfants|mon petit|ma petite|ma chérie|mon chéri|fiston|gamin|docteur|boss|l'ami|jeune homme|ordinateur|assistant|s'il te plaît merci|si je peux me permettre|si j'ose dire|si on veut|réflexion faite|à la réflexion|tout compte fait|finalement|attends voir|attends un peu|attends une seconde|attends une minute|une seconde|une minute|un instant|laisse moi réfléchir|laisse moi voir|voyons|voyons voir|voyons donc|regarde|regarde voir|tiens donc|bref|enfin bref|quoi qu'il en soit|en tout cas|de toute façon|je me suis perdu|je me suis perdue|j'ai perdu le fil|j'étais ailleurs|j'étais distrait|j'étais distraite|j'ai la tête ailleurs|autant que je sache|en bref|en deux mots|hein|pas vrai|tu veux|là là|pis là|faque|coudonc|ben là|pantoute|tu penses|et tout|et tout ça|tout ça|septante)",
]
