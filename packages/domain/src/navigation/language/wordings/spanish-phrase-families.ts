/** Several ways to say or write the same. */
export const alike = (meant: string, ...said: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(said.map(each => [each, meant]))

/** "Dime qué …" asks what "qué …" asks; "dime si …" does not. */
export const wondered = Object.fromEntries(
  'dime|sabes|sabés|sabe|dígame|decime|dinos|díganme|quiero saber|quisiera saber|me gustaría saber|necesito saber|querría saber|quería saber|puedes decirme|podrías decirme|puede decirme|podría decirme|podés decirme|me puedes decir|me podrías decir|me puede decir|me podés decir|me podría decir|me dices|sabes decirme|sabrías decirme|me gustaría que me dijeras|quiero que me digas'
    .split('|')
    .flatMap(lead =>
      Object.entries({
        qué: 'qué',
        cuál: 'qué',
        cuáles: 'qué',
        cómo: 'cómo',
        cuánto: 'cuánto',
        cuánta: 'cuánto',
        cuántos: 'cuánto',
        cuántas: 'cuánto',
        dónde: 'dónde',
        cuándo: 'cuándo',
        'por dónde': 'por dónde',
        'en qué': 'en qué',
        'con qué': 'con qué',
        'de qué': 'de qué',
        'a qué': 'a qué',
        'para cuándo': 'para cuándo',
        'hasta dónde': 'hasta dónde',
      }).map(([asked, meant]) => [`${lead} ${asked}`, meant] as const),
    ),
)

/** What leads over to a note and is no part of it. */
export const noted = Object.fromEntries(
  'anota anótame anotá anotame anote anóteme apunta apúntame apuntá apuntame apunte apúnteme escribe escríbeme escribime escriba'
    .split(' ')
    .flatMap(verb =>
      ['lo siguiente', 'esto por ahí', 'esto por aquí', 'por ahí esto', 'por ahí', 'por aquí', 'esto ahí'].map(
        lead => [`${verb} ${lead}`, 'anota'] as const,
      ),
    ),
)

/** What somebody tells to have made: "ya corté las piezas". The form alone may be an order or a noun. */
export const made = Object.fromEntries(
  [
    ...'cort peg perfor rebaj lij pint prepar revis encer mont arm ensambl atornill clav dobl planch rem hilvan limpi sec med marc quit sold barniz taladr horne amas mezcl bord cerr retoc ajust mir coloc junt trenz torne cepill puli remat despach liquid finiquit'
      .split(' ')
      .flatMap(
        stem =>
          [
            [`${stem}é`, `${stem}ado`],
            [`${stem}amos`, `${stem}ado`],
          ] as const,
      ),
    ...'cos bruñ un tiñ bat mid tej'.split(' ').flatMap(
      stem =>
        [
          [`${stem}í`, `${stem}ido`],
          [`${stem}imos`, `${stem}ido`],
        ] as const,
    ),
    ...([
      ['imprimí', 'imprimido'],
      ['imprimimos', 'imprimido'],
      ['impreso', 'imprimido'],
      ['pulí', 'pulido'],
      ['teñí', 'teñido'],
      ['serré', 'serrado'],
      ['apliqué', 'aplicado'],
      ['coloqué', 'colocado'],
    ] as const),
  ].flatMap(([said, done]) =>
    ['ya', 'por fin', 'ya me', 'ya le', 'yo ya'].map(lead => [`${lead} ${said}`, `ya he ${done}`] as const),
  ),
)

/** "Me falta un poquito" is no shortage, "me falta un poco de hilo" is one. */
export const nearlyThere = Object.fromEntries(
  ['me falta', 'nos falta', 'falta', 'me faltan', 'ya me falta', 'solo me falta', 'ya falta'].flatMap(falta =>
    [
      'un poquito',
      'un poquitín',
      'un poco',
      'un pelín',
      'poquito',
      'poco',
      'muy poco',
      'poquísimo',
      'casi nada',
      'nada',
      'un rato',
      'un ratito',
      'un momento',
      'un momentito',
      'un cacho',
    ].flatMap(little => [[`${falta} ${little}`, 'poquito'] as const, [`${falta} ${little} de`, 'falta'] as const]),
  ),
)

/** What is still to be done is no shortage: "me falta coser el borde". */
export const toDo = Object.fromEntries(
  'terminar acabar coser cortar pegar lijar pintar perforar bruñir rebajar teñir encerar montar armar ensamblar atornillar clavar doblar planchar hilvanar rematar limpiar secar revisar comprobar medir marcar imprimir elegir preparar poner colocar quitar unir soldar barnizar pulir taladrar serrar hornear amasar mezclar batir tejer bordar cerrar abrir ver decidir repasar retocar ajustar cambiar completar empezar hacerlo hacerle ponerle darle dar'
    .split(' ')
    .flatMap(verb =>
      ['falta', 'me falta', 'nos falta', 'falta por', 'me falta por', 'nos falta por'].map(
        falta => [`${falta} ${verb}`, 'pendiente'] as const,
      ),
    ),
)

/** What nobody keeps in stock: "se me acabó la paciencia". */
export const notInStock = Object.fromEntries(
  [
    'quedé sin',
    'me quedé sin',
    'he quedado sin',
    'me he quedado sin',
    'se acabó',
    'se me acabó',
    'se acabaron',
    'acabó',
    'ya no tengo',
    'ya no hay',
    'ya no queda',
    'ya no me queda',
    'ya no me quedan',
    'ya no quedan',
  ].flatMap(lacking =>
    'clase curso partido semana turno vacaciones pila_del_móvil pila_del_celular pila_del_teléfono me_voy nos_vamos tiempo ganas paciencia fuerzas fuerza energía prisa problema dudas duda palabras claro otra remedio sueño hambre sed dinero luz voz batería aire trabajo nada mucho cobertura internet café azúcar leche comida agua pan cerveza fiesta día jornada hoy'
      .split(' ')
      .flatMap(what =>
        ['', 'el ', 'la ', 'las ', 'los '].map(
          article => [`${lacking} ${article}${what.replaceAll('_', ' ')}`, 'nada de nada'] as const,
        ),
      ),
  ),
)

/** Who did not hear asks to hear it again: what was not so is said in other words, so that no "not" is left of it. */
export const notHeard = Object.fromEntries(
  ['no', 'no te', 'no lo', 'no la', 'no le', 'no me'].flatMap(not =>
    'oí|oigo|he oído|escuché|escucho|he escuchado|entendí|he entendido|enteré|he enterado|pillé|he pillado|capté|he captado|caché|he cachado|alcancé a oír|pesqué'
      .split('|')
      .flatMap(heard =>
        ['', ' bien', ' nada', ' muy bien', ' del todo', ' lo que has dicho', ' lo que dijiste'].map(
          how => [`${not} ${heard}${how}`, 'mande'] as const,
        ),
      ),
  ),
)

/** "Cuando termine …" makes depend on what is not yet, and is no question when it will be. */
export const notYet = Object.fromEntries(
  'termine termines terminemos terminen acabe acabes acabemos acaben esté estén seque sequen llegue haya'
    .split(' ')
    .flatMap(verb => ['cuando', 'en cuanto', 'apenas'].map(when => [`${when} ${verb}`, 'venidero'] as const)),
)

/** What somebody says they will tell later is nothing to be told now. */
export const promised = Object.fromEntries(
  ['te', 'le', 'les', 'os'].flatMap(whom =>
    ['aviso', 'avisaré', 'avisamos', 'digo', 'diré', 'decimos', 'cuento', 'contaré'].map(
      verb => [`${whom} ${verb}`, 'prometido'] as const,
    ),
  ),
)

/** Who is called "mano" chooses nothing that is done "a mano". */
export const called = {
  ...alike('compa', 'mano'),
  ...Object.fromEntries('la una mi tu su'.split(' ').map(whose => [`${whose} mano`, `${whose} manita`] as const)),
  ...alike('manitas', 'manos'),
  ...alike('a mano', 'a mano', 'a la mano', 'con mano', 'manualmente'),
  ...Object.fromEntries(
    'costura punto coser elige quiero prefiero'.split(' ').map(what => [`${what} mano`, `${what} a mano`] as const),
  ),
}

/** "I let you know that …" tells it now. */
export const informed = Object.fromEntries(
  ['te', 'le', 'les', 'os'].flatMap(whom =>
    ['aviso', 'cuento', 'informo', 'comunico', 'comento'].flatMap(verb =>
      ['que', 'de que'].map(lead => [`${whom} ${verb} ${lead}`, 'fíjate que'] as const),
    ),
  ),
)

/** "Another of ten minutes" is one more timer, "another ten minutes" more of the same. */
export const anotherOne = Object.fromEntries(
  'pon ponme ponga póngame poné poneme pone'
    .split(' ')
    .flatMap(put => ['otro', 'otra', 'uno', 'una'].map(one => [`${put} ${one} de`, 'inicia temporizador'] as const)),
)

/** "Later we go on" stops for now; "and then we go on" does not. */
export const later = Object.fromEntries(
  ['luego', 'después', 'al rato', 'más tarde'].flatMap(when =>
    ['seguimos', 'sigo', 'continuamos', 'continúo'].flatMap(
      go =>
        [
          [`${when} ${go}`, 'sigue más tarde'],
          [`${when} ${go} con`, `${when} sigue con`],
          [`y ${when} ${go}`, `y ${when} sigue`],
          [`y ${when} ${go} con`, `y ${when} sigue con`],
        ] as const,
    ),
  ),
)

/** Who goes back to something then does not go there now. */
const isLater = /^(?:luego|al rat|en un|más tarde|después)/

/** Who says to be back soon stops for now; "ahora vuelvo al paso 3" goes there. */
export const soonBack = Object.fromEntries(
  'ahora|ya|ahorita|ahoritita|enseguida|en seguida|altiro|al tiro|al toque|luego|luego luego|al rato|al ratito|en un rato|en un ratito|en un momento|en un segundo|en un minuto|en nada|pronto|ya mismo|más tarde|después|de inmediato'
    .split('|')
    .flatMap(soon =>
      ['vuelvo', 'vengo', 'regreso', ...(soon.startsWith('ya') ? [] : ['volvemos', 'regresamos'])].flatMap(verb => [
        [`${soon} ${verb}`, 'vuelve enseguida'],
        [`${verb} ${soon}`, 'vuelve enseguida'],
        ...['a', 'al'].flatMap(to =>
          [`${soon} ${verb} ${to}`, `${verb} ${soon} ${to}`].map(
            said => [said, isLater.test(soon) ? 'prometido' : 'vuelve a'] as const,
          ),
        ),
      ]),
    ),
)
