import type { Language } from '../../../text/language.ts'

/** Of these, those who may do something. */
export const actors: Readonly<Partial<Record<Language, string>>> = {
  fr: 'client cliente il elle ils elles lui patron patronne',
  es: 'cliente clienta él ella ellos jefe jefa',
}

/** Words that make a command beside them a thought, a condition or a story. */
export const hinders: Readonly<Record<Language, string>> = {
  en: 'if when whenever once until till unless before after or maybe perhaps might could should would wonder wondering what which who how why where whether said says told asked kidding joking joke thought think wait instead later soon tomorrow yesterday would client customer he she they him her someone boss',
  de: 'wenn wann falls sobald bis bevor nachdem ehe oder vielleicht eventuell womöglich könnte könnten sollte würde was welche welcher welches wer wie warum wieso wo ob sagte sagt gesagt meinte meint scherz spaß gedacht dachte glaube moment stattdessen später bald morgen gestern kunde kundin er sie ihm chef wäre hätte erst',
  fr: 'si quand lorsque dès jusque avant après sauf ou peut-être éventuellement pourrait pourrais devrais voudrais quoi quel quelle qui que comment pourquoi où dit disait demandé blague rigole croyais pense pensais attends plutôt tard bientôt demain hier client cliente il elle ils lui patron presque serait aurait',
  es: 'si cuando cuándo hasta antes después tras o quizá tal acaso podría podríamos debería qué cuál quién cómo cuánto por dónde dijo dice decía preguntó broma bromeo creía pienso pensaba espera luego pronto mañana ayer cliente clienta él ella ellos jefe casi sería habría hace',
}
