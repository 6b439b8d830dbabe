/** Parts of templates that are used in many of them. */
export const germanRules: Readonly<Record<string, string>> = {
  several:
    '(zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20)',
  dauer:
    '(stunde|halben stunde|viertelstunde|dreiviertelstunde|(<several>|fünfundzwanzig|dreißig|vierzig|fünfundvierzig|15|25|30|40|45|60|paar) (minuten|stunden))',
  kannst: '[kannst du|kannst|können sie|könntest du|könnten sie|darfst du|könnt ihr|du kannst]',
  welche: '(welche|was für)',
  zeigen:
    '(an|auf|zeig|sehe|habe|ansehen|anschauen|angucken|auflisten|aufzählen|nennen|gib|bekommen|kriegen|hören|wissen|gezeigt|gezeigt bekommen|zum ansehen|einblenden|aufmachen|öffne|aufrufen|einsehen|durchgehen|brauche|her|raus|rüber)',
  number: '[(nummer|nr|#)]',
  step: '((schritt|aufgabe) <number> {step_number}|# {step_number}|nummer {step_number}|{step_ordinal} (schritt|aufgabe)|schritt {step_ordinal}|[(schritt|stelle|aufgabe|teil|punkt) [(wo|bei|mit|für|namens|wenn|in)] [(man|es|um)]] {step_name} [(schritt|wird|werden|muss|mach|soll|geht)])',
  option:
    '((option|möglichkeit|variante|antwort|wahl|auswahl|alternative|nummer|methode) <number> {option_number}|# {option_number}|{option_ordinal} (option|möglichkeit|variante|antwort|wahl|methode|alternative)|(option|möglichkeit|variante|antwort|alternative) {option_letter}|[(option|variante|möglichkeit|methode|mit)] {option_name} [(methode|variante|option)])',
  here: '[aktuell] [(schritt|aufgabe|stelle|teil|punkt)]',
  at: '[((für|in|bei|an|zu|von|über) <here>|dafür|dazu|dabei|hierfür|hierzu|hierbei|damit|hiermit|daran)]',
  geeignet: '[für (anfänger|kinder|schüler|klasse|einsteiger|mich|so was|geldbörse|tasche)]',
  wann: '(heute [abend|nachmittag|vormittag|morgen|früh|mittag]|am (wochenende|abend|nachmittag|vormittag)|diesmal|erst|zuerst|als erstes|lieber|zusammen|gemeinsam)',
  baut: '(mach|bau|näh|nähen|fertige|fertigen|bastel|bastle|basteln|stell)',
  werkelt: '(ich|klasse|gruppe|kinder|schüler)',
  jeden:
    'für (alle|ganze klasse|klasse|gruppe|rest|kinder|schüler|leute|jeden|beide|alle (kinder|schüler|leute)|<several> [(kinder|schüler|leute|personen|stück)])',
  pause:
    '(pause|mittagspause|kaffeepause|brotzeit|hofpause|teepause|große pause|frühstückspause|rauchpause|raucherpause|zigarettenpause|vesper|vesperpause|jause|znüni|mittagessen|frühstück)',
  mat: '(material|materialliste|zutaten|stoffe|rohmaterial|materialbedarf)',
  wz: '(werkzeug|werkzeugliste|geräte|ausrüstung|gerätschaften|arbeitsgeräte|arbeitsmittel|hilfsmittel)',
  geh: '(geh|spring|wechsel|navigier|komm|weiter|zurück|vor|blätter|auf|ab|rüber|los|mach|hüpf|fahr|führ|lauf|schalt|begib|kehr|wandere|steig|zurückspringen|bring|nimm)',
  fertig:
    '(fertig|erledigt|abgeschlossen|gemacht|geschafft|getan|durch|vollendet|vorbei|beend|fertiggestellt|abgehakt|so weit|soweit|fertig geworden|im kasten|fertig gemacht|vollbracht|eingetütet|hinter mir|komplett|feddisch|fertig damit|durch damit|über die bühne|unter dach und fach|in sack und tüten|gegessen|gebongt|fertig gestellt|abgearbeitet)',
  check:
    '[alle] (prüfung|test|kontrolle|qualität|qualitätsprüfung|qualitätskontrolle|sichtprüfung|inspektion|check|prüfungen|qualitätscheck|überprüfung|abnahme|nahtprüfung|kontrollen|sichtkontrolle|qs|begutachtung|durchsicht)',
  choose:
    '[dann|also|lieber|doch|am besten] (wähl|nimm|entscheide|entscheid|bevorzuge|will|möchte|verwende|benutz|stimm|probier|favorisier|wollte) [ich] [lieber|also|dann|doch|gern|am liebsten|aus] [für|auf|mit]',
  stell:
    '(start|tu|tun|stell|mach|setz|beginn|erstell|erstelle|ich brauche|brauche|leg|schalt|gib|aktivier|ich will|richte|neuer|neuen|pack|lass|häng)',
  verbraucht:
    '[alles] (verbraucht|verbrauch|brauche|verwendet|benutzt|genommen|verarbeitet|aufgebraucht|gebucht|eingesetzt|weg|draufgegangen|verwurstet|verbaut|reingesteckt|entnommen|vernäht|weggegangen|verschnitten|eingetragen|verbastelt|hergenommen|ausgegeben|abgeschnitten|aufgetragen|drauf|reingegangen|gekostet|zugeschnitten|abgezwackt)',
  show: '[kann|darf|würde] [ich] (zeig|nenn|sag|gib|liste|lies|sehe|ich sehe|lass sehe|hol|schau|was ist|gib mir|ruf|blende|bring|lass hören|lass wissen|ich will sehe|ich möchte sehe|öffne|zähl|präsentier|wie lautet|kann ich haben|ich brauche|hast du|hast du da|wo finde ich|wo sehe ich|wo gibt|wo ist|wie ist|was wären|her mit|spuck aus|such|such raus|raus mit|gib her|lass anschauen|blende ein|rück raus|wie heißen|erzähl|verrat|darf ich haben|kriege ich|krieg ich|bekomme ich|ich hätte|hätte ich|würde ich|ich möchte haben)',
  sehen: '(sehe|habe|bekommen|kriegen|ansehen|anschauen|hören|gezeigt bekommen)',
  run: '[ganze|ganzen|gesamte|gesamten|aktuell|laufende|laufenden] (durchlauf|ablauf|projekt|workflow|arbeit|ganze|alles|vorgang|sitzung|lauf|gesamte|job|prozess|kram|auftrag|laden|sache|projektarbeit|chose|durchgang|werkstück)',
  whole: '[(ganze|ganzen|ganzes|gesamten|gesamte)]',
  timer: '[alle] (timer|uhr|zeituhr|alarm|zeitschaltuhr|timern|zeitnehmer|kurzzeituhr|zeitgeber)',
  is: '(ist|wäre|war)',
  sinnlos:
    '(wird (nichts|nix) [mehr]|bringt (nichts|nix) [mehr]|hat (keinen|kein) (sinn|zweck|wert) [mehr]|lohnt nicht [mehr]|klappt [einfach] nicht [mehr]|ist (hoffnungslos|sinnlos|zwecklos|nicht mehr zu retten))',
  woIchWar:
    '(wo|da wo|dort wo) ich [gestern|heute|vorhin|zuletzt|vorher|letztes mal|beim letzten mal|vor der pause|vor dem essen] (war|aufgehört habe|stehen geblieben bin|stehengeblieben bin|unterbrochen habe|pausiert habe|dran war)',
  zum: '(für|bei|in|zu|um)',
}
