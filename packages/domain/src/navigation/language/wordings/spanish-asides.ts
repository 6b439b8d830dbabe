/** What is told beside a command and means none. */
const thing =
  '(pegamento|cola|cuero|tinte|pintura|barniz|hilo|canto|cantos|borde|bordes|costura|costuras|agujero|agujeros|pieza|piezas|bolsillo|bolsillos|superficie|capa|cosa|cera|aceite|madera|metal|barro|masa|tabla|café|té|cartera|billetera)'
const state =
  '(seco|seca|secos|secas|duro|dura|frío|fría|caliente|mojado|mojada|liso|lisa|lisos|plano|limpio|limpia|limpios|bien|bueno|buena|bonito|bonita|perfecto|perfecta|recto|recta|en su sitio|bien seco|bien seca|bien secos|fraguado|fraguada|enfriado|endurecido|blando)'
const wet =
  '(húmedo|húmeda|mojado|mojada|fresco|fresca|frescos|pegajoso|pegajosa|tierno|tierna|blando|blanda|caliente|verde|líquido|húmedos|mojados|sin secar)'
const caller =
  '(alguien|teléfono|cartero|vecino|vecina|mujer|esposa|marido|esposo|jefe|jefa|niño|niña|niños|nene|nena|perro|gato|cliente|clienta|repartidor|mamá|papá)'

export const spanishAsides: readonly string[] = [
  '[que|es que|porque|pues] [yo] [le|les] (atiendo|contesto|respondo|abro|recibo|voy a atender|voy a contestar|voy a abrir|tengo que atender|tengo que abrir|tengo que contestar|hay que atender) [a|al] (teléfono|puerta|timbre|cliente|clienta|clientes|gente|llamada|alguien|cartero|mensajero|repartidor)',
  '[que|pues] [ya] [todos] (volvieron|han vuelto|regresaron|llegaron|están) [todos|los niños|los chicos|de vuelta] (recreo|de recreo|de comer|de almorzar|patio|de patio|descanso|de descanso|almuerzo|de pausa)',
  'no (tengo|tenemos) todo (día|tiempo|mundo)',
  `[ahora que|ya que|como] [ya] ${thing} [ya] (está|están|quedó|quedaron|ha quedado|parece|parecen|se ve|se ven|se siente) [ya|por fin|muy|bien] ${state} [ya]`,
  `ya (está|están|quedó|quedaron|se secó|secó) ${thing} ${state}`,
  `[todavía|aún] ${thing} [todavía|aún] no (está|están|quedó|seca|secó|ha secado|agarra|pega) [del todo|bien] [${state}] [todavía|aún]`,
  '(qué) (padre|lindo|bonito|chulo|bien|guay|bueno|chévere) [me|te|nos|les] (quedó|quedaron|salió|está quedando)',
  '(que|porque|es que|pues) [(los|las|el|la)] [(de|del)] (fondo|atrás|allá|otros|demás|todos|algunos|niños|chicos|compañeros|última fila) no [me|te|le|lo|se] (escucharon|escuchan|oyeron|oyen|han oído|entendieron|entienden|enteraron|ven)',
  `[todavía|aún] no (está|están) [todavía|aún] [del todo|bien|nada] ${state} [${thing}] [todavía|aún]`,
  '[todavía|aún] no [se] (seca|ha secado|secó|fragua|ha fraguado|pega|agarra)',
  `[${thing}] [todavía|aún] (sigue|siguen|está|están) [todavía|aún|muy] ${wet} [todavía|aún]`,
  '[que] [ya] [me] (he liado|lié|he despistado|despisté|he distraído|distraje|he perdido|he pasado|pasé|pierdo|lío|enredé|hice bolas|hice un lío|he hecho un lío|armé un lío|hago un lío|aturullo) [con esto|aquí|con todo|ya]',
  '[que] [le|lo] (di|he dado|toqué|he tocado|apreté|pulsé|he pulsado|presioné|piqué|pinché) [a|al] [botón] (sin querer|por error|donde no era|mal)',
  '[que] se me (fue|ha ido|resbaló|escapó|cayó|ha caído) [la|el] (mano|manita|dedo|cuchilla|aguja|herramienta|santo a cielo)',
  '[que] [ya] [me] (tengo que|debo) (irme|marcharme|salir|recoger|colgar|ir|ir a casa)',
  '[que] [ya] me (voy|tengo que ir|reclaman|esperan|llaman|llamaron|buscan|cansé|canso|duermo|aburro|muero de hambre|muero de sueño) [a casa|a por los niños|a timbre|a teléfono]',
  '[que] [ya] se (me hace|hace|ha hecho) (tarde|de noche)',
  '[que] ya es (tarde|hora)',
  '[que] [ya] (toca|suena|sonó|ha sonado|tocó) (timbre|campana|recreo|comer|comida)',
  '(hasta|nos vemos) (mañana|luego|ahora|lunes)',
  '[que|con|es que] [(hay|había|con|tanto|mucho)] (ruido|jaleo|escándalo) [de la máquina|de fondo|en el taller|en clase]',
  '[que|porque|pues|si] no [me|nos|lo|la] (necesito|necesitamos|interesa|toca|aplica|voy a usar|lo voy a usar|es necesario|sirve)',
  '(qué|vaya) (desastre|pena|lástima|rabia|faena|torpe|torpeza|alegría|guay|chulo|gusto|cosa|mala suerte|mala pata|horror|lata|buena pinta)',
  '(chupao|chupado|tirado|fácil|facilísimo|no manches|no inventes|vamos tirando|ya era hora|yo hice error|hice un error)',
  '(mijo|mija|profe|profa|jefa|maestra|parcero|compi|miarma|quillo|illo|illa|cabros|pibe|boludo|loco|po|seño|señito|bro|brother|broder|cuate|weón|chicos|muchachos|muchachas|chavales|guapo|guapa|hijo|hija|reina|abuela|socio|colega|mi rey|mi reina|mi amor|pisha|chacho|ños|majo|maja|no hubo manera|no hay manera|ay hija|ay hijo)',
  '(a|para|delante de) [mis|todos|toda|todo|todas] (chicos|chicas|niños|niñas|alumnos|alumnas|clase|muchachos|grupo|aprendiz|chaval|chavales)',
  '(que|porque) [así] (queda|quedará|sale|es|está|va) [más|muy] (lindo|bonito|bien|mejor|fino|fácil|rápido|chulo|resistente|fuerte|para mi cuñado|para un regalo|para regalo|un regalo|lo que me gusta)',
  '(bien|de toda la vida|como siempre|como toda la vida|como toa la vida|lo de siempre|y punto|lo que sea|tal cual)',
  '(pero|y) sin (ir|moverte|avanzar|pasar|irte) [todavía|aún]',
  `[ya] (está|están) (seco|seca|secos|secas) ${thing}`,
  `[ya] [se] (secó|ha secado|secaron|ha enfriado|enfrió|endureció|fraguó) ${thing}`,
  `[ya] ${thing} [ya] [se] (secó|ha secado|secaron|ha enfriado|enfrió|endureció|fraguó) [ya]`,
  `(está|hay|tengo|viene|llegó|llama|toca|ladra|llora|suena) ${caller} [a|en|al] [puerta|teléfono]`,
  `que [me] (hay|tengo|viene|llegó|llama|ladra|llora) ${caller} [a|en|al] [puerta|teléfono|timbre]`,
  'que [me] (llaman|tocan|suena) [a|en|al] (puerta|teléfono|timbre)',
  `${caller} (está|llama|toca|viene|llegó|espera|me llama|ladra|llora) [a|en|al] [puerta|teléfono]`,
  '[me] (tocan|llaman|suena|están tocando|están llamando) [a|al|en] [puerta|timbre|teléfono]',
  '[ya] [me] (perdí|he perdido|distraje|despisté|perdí el hilo|perdí la cuenta)',
  '[qué] (buen|mal|lindo|bonito|hermoso|largo) (día|tiempo) [hace] [hoy]',
  '[me] costó [(lo suyo|trabajo|mucho|un poco|bastante|un montón|horrores|sudor)] [pero]',
  '[que|porque|ya que|pues] [ya] [me] (estoy|ando|siento) (cansado|cansada|molido|molida|agotado|agotada|ocupado|ocupada|aburrido|aburrida|harto|harta)',
  '(que|porque|pues) me (llaman|buscan|esperan|necesitan|reclaman)',
  '(que|porque|pues) [ya] [se] [me] (olvidó|olvidé|pasó|escapó) (una cosa|algo|un detalle|una cosita)',
  '[ya] (comí|almorcé|cené|desayuné|merendé|dormí la siesta)',
  '(me salté algo|me salté una cosa|me fui de largo)',
  'por (mi parte|mi lado|lo que a mí respecta)',
  '(enterado|enterada|entendido)',
  'tengo manos (ocupadas|sucias|llenas|pegajosas)',
  'manos (ocupadas|sucias|llenas|pegajosas)',
  'si (puedes|puede|podés|quieres|quiere|querés|gustas|gusta|no es mucha molestia|no le importa|no es mucho pedir|tienes tiempo|te parece|le parece|te parece bien|se puede|es tan amable|fueras tan amable|no te molesta)',
  '(veamos|vaya por dios|ay dios|ay dios mío|dios mío|por dios|madre mía|caramba|caray|híjole|chin|jolín|jolines|ostras|qué barbaridad|qué lío|qué rollo|qué pereza|qué día|qué cansancio|qué bien|qué bueno|qué lindo|qué padre|menos mal|por suerte|por fortuna|no pasa nada|no hay problema|no hay prisa|sin prisa|sin apuro|no hay apuro|tranquilo|tranquila|con calma|buenos días|buenas tardes|buenas noches|buenas|qué tal|qué onda|hola qué tal|sabés|sabe usted|fíjese|imagínate|entre nosotros|dicho sea de paso|de paso|ya que estamos|ya que estoy|ya puestos|para que sepas|para ser sincero|para ser sincera|para ser honesto|para ser honesta|sinceramente|honestamente|francamente|en mi opinión|a mi juicio|me parece|según yo|según creo|si no me equivoco|si mal no recuerdo|como siempre|como de costumbre|como decía|como te decía|pregunta|pregunta tonta|duda|una duda|una dudita|solo por saber|por saber|nomás por saber|por curiosear|por si acaso|por las dudas|por si las moscas|por precaución|por seguridad|para estar seguro|para estar segura|para asegurarme|antes de seguir|antes de empezar|antes de continuar|antes de que se me olvide|antes que se me olvide|mientras tanto|entretanto|mientras espero|mientras se seca|mientras seca|mientras seca el pegamento|mientras se seca el pegamento|primero|primero que nada|antes que nada|una cosa|otra cosa|una cosa más|una última cosa|por último|tardó lo suyo|tardó bastante|costó|costó trabajo|costó lo suyo|estoy cansado|estoy cansada|estoy molido|estoy muerto|tengo hambre|tengo sed|necesito un café|ya casi es hora de comer|cómo pasa el tiempo|se pasa volando|todo bien|todo bien por acá|está bien|entendido|comprendido|entiendo|ya entendí|ya veo|recibido|te lo agradezco|se lo agradezco|te agradezco|mi vida|cariño|mi cielo|corazón|hermano|carnal|parce|pana|compadre|compadrito|maestro|doctor|señor|señorita|computadora|ordenador|asistente|máquina|si se me permite|si puedo preguntar|lo pensé mejor|pensándolo bien|mejor dicho|bueno mejor|espera tantito|espérate tantito|espérame tantito|espera un segundo|déjame pensar|mira tú|mire|mire usted|escúchame|óyeme|óigame|dime una cosa|dígame una cosa|decime una cosa|en fin|sea como sea|de todos modos|de todas formas|en cualquier caso|estaba distraído|estaba distraída|tengo mala memoria|hasta donde sé|que yo sepa|en resumen|en pocas palabras|verdad|no es cierto|cierto|eh|tú|vos|usted|y eso|y todo eso|o qué|o algo|o algo así|así nomás|no más|nomás|con permiso|mande|este|pues este|ahorita|ahorita mismo|ahoritita|al tiro|altiro|nomás tantito|de favorcito|porfavor|plis|pliz|xfa|xfavor)',
]
