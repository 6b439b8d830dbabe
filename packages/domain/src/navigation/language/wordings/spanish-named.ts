import type { Sentences } from '../wording.ts'

const needed =
  '[(necesito|hay que|tengo que|debo|uso|usa|se usa|se usan|lleva|llevo|va|van|me va|entra|entran|gasta|se gasta|se gastan|pide|hay|es necesario|es necesaria|son necesarios|me toca|tendré que|voy a|ve a|consume|me piden|pongo|se pone|emplea|empleo|está previsto|calculo|requiere|toca|puedo gasta)] [(usa|tener|preparar|prepara|saca|sacar|pon|poner|cortar|corta|comprar|gasta|necesito|tener listo|emplear|a mano)]'
const at =
  '[(en total|en todo|más|todavía|aún|aproximadamente|más o menos)] <at> [(en total|en todo <run>|para <run>|en <run>|para todo <run>)]'

const flawless =
  '(sin (problema|problemas|fallos|defectos|peros|pegas|ningún problema|ningún defecto|ningún fallo)|con nota|de sobra|a primera)'

/** What is asked, set or judged of a thing that is named. */
export const spanishNamed = {
  need: [
    '(llegará|alcanzará|bastará|alcanza|llega|basta|va a alcanzar|va a llegar|va a bastar|ve a alcanzar|será suficiente|es suficiente|habrá suficiente|tendré suficiente|tendremos suficiente|habrá bastante|alcanzaremos con|llego con|llegamos con) [(con|de)] {resource_name} [que (tengo|queda|me queda|hay|tenemos|nos queda)] [(para todo|para terminar|para termina|para acabar)]',
    '(hay|tengo|queda|me queda|tenemos) [todavía] (suficiente|bastante) {resource_name}',
    '(alcanza|me alcanza|llega|basta) {resource_name}',
    'dónde (está|están|tengo|quedó) {resource_name}',
    '(necesito|lleva|gasta|se gasta|se usa) (mucho|mucha|poco|poca|tanto|tanta|bastante) {resource_name} <at>',
    `cuánto [(metros|gramos|mililitros|centímetros|trozos|piezas|unidades)] {resource_name} ${needed} ${at}`,
    `cuánto ${needed} {resource_name} ${at}`,
    `(qué cantidad|qué cantidades|cantidad|qué tanto|qué longitud|qué largo) {resource_name} ${needed} ${at}`,
    `[<show>] [la] cantidad {resource_name} [(necesaria|que necesito|necesito|que hay que usa|requerida)] ${at}`,
    `(necesito|hay que usa|tengo que usa|uso|lleva|usa|se usa|debo usa|voy a usa) [(algo|algún|alguna|algo de)] {resource_name} ${at}`,
    `(es|son) (necesario|necesaria|necesarios|necesarias) {resource_name} ${at}`,
    `{resource_name} (lo necesito|la necesito|es necesario|es necesaria|se usa|se necesita|necesito|cuánto|cuánto necesito|cuánto lleva) ${at}`,
    '(para qué|dónde|cuándo) (necesito|se usa|uso|sirve) {resource_name}',
    `de {resource_name} cuánto ${needed} ${at}`,
    `{resource_name} cuánto ${needed} ${at}`,
    'como cuánto {resource_name} [(necesito|lleva|hay que usa|va)] <at>',
  ],
  warnings_resource: [
    'qué (cuidado|cuidados|advertencia|precauciones|riesgos|peligros) (pide|tiene|requiere|hay con|necesita|exige|da|supone) {resource_name}',
    '(es|son) [muy] (peligroso|peligrosa|tóxico|tóxica|nocivo|nociva|inflamable|dañino|dañina|seguro|segura) {resource_name}',
    '{resource_name} (es|son) [muy] (peligroso|peligrosa|tóxico|tóxica|nocivo|nociva|inflamable|dañino|dañina|seguro|segura)',
    '[(<show>|hay)] [(alguna|algún)] (advertencia|peligro|riesgo|precauciones|precaución) (con|para|sobre|de|del) {resource_name}',
    'qué (cuidado|precauciones) (debo tener|tengo que tener|hay que tener) con {resource_name}',
    '(hacen falta|hay que usa) (guantes|mascarilla|gafas) (para|con) {resource_name}',
  ],
  instructions_option: [
    'cómo (se hace|hago|va|funciona|es) {option_name}',
    '(explica|describe|detalla|habla de|háblame de|cuenta de|en qué consiste) <option>',
    'qué es {option_name}',
    '{option_name} (cómo se hace|cómo va|cómo es|cómo funciona|cómo la hago)',
    '(instrucción|explicación|descripción) (para|de|del|sobre) {option_name}',
  ],
  need_step: [
    `cuánto {resource_name} ${needed} (para|en) <step>`,
    `qué cantidad {resource_name} ${needed} (para|en) <step>`,
    '(necesito|uso|se usa|lleva) {resource_name} (para|en) <step>',
    '(para|en) <step> cuánto {resource_name} [(necesito|lleva|uso|hay que usa)]',
  ],
  complete_step_pass: [
    `(pasó|aprobó|superó|aprueba|supera|cumple|cumplió|ha pasado|ha superado|ha aprobado|he pasado|pasaron) [con] <step> ${flawless}`,
    // “Pasa el paso 7” may well skip it.
    `pasa [con] {step_name} ${flawless}`,
    'pasa {step_name}',
    `<step> (pasó|aprobó|superó|pasa|ha pasado|ha superado|ha aprobado|salió|ha salido|quedó|fue|aprobada|aprobado|superada) ${flawless}`,
    '[listo] (pasó|aprobó|superó) <step>',
    'todo [está|salió|fue] (bien|correcto|perfecto|en orden) en <step>',
    '(doy|damos|dar) (por|como) (aprobada|aprobado|buena|bueno|superada|superado|válida|válido|correcta|correcto) <step>',
    '<step> [(ha|está|es|fue|quedó|ha sido|queda|salió|da)] (aprobado|aprobada|superado|superada|pasado|pasada|conforme|correcto|correcta|ok|positivo|positiva|satisfactorio|satisfactoria|válido|válida|ha salido bien|salió bien|sale bien|ha ido bien|fue bien|va bien|fue perfecta|ha ido perfecta)',
    '<step> (pasa|pasó|aprueba|aprobó|cumple)',
    '<step> (está bien|está en orden|quedó bien|da la talla)',
    '(ha|he) (pasado|superado|aprobado) <step>',
    '(aprobé|superé|aprueba|supera) <step>',
    '(marca|da por|pon) <step> [(como|por)] (aprobado|aprobada|superado|superada|pasado|pasada|apto)',
    '<step> [(ha|está|fue)] (salido de diez|de diez|impecable|redonda|redondo|de lujo|perfecta|perfecto) [(aprobada|aprobado|superada|superado)]',
  ],
  fail_step_verdict: [
    '<step> no [(está|es|fue|quedó|ha sido|se ha)] (aprobado|aprobada|superado|superada|pasado|pasada|conforme|correcto|correcta|pasa|pasó|aprueba|aprobó|cumple|supera|superó|da la talla|satisfactorio|satisfactoria|apto|apta|vale|bien|quedó bien|salió bien|ha salido bien)',
    'no (he|se ha) (pasado|superado|aprobado) <step>',
    'no (pasó|aprueba|aprobó|cumple|supera|superó|pasé|aprobé) <step>',
    'no está (aprobado|aprobada|bien|superado|superada) <step>',
    '<step> [(está|fue|salió|ha sido|es|queda|quedó)] (suspendido|suspendida|suspenso|suspensa|reprobado|reprobada|rechazado|rechazada|no apto|no apta|negativo|negativa|mal|no aprobado|no aprobada|no superado|no superada)',
    '(reprobó|suspendió|ha suspendido|suspende|reprueba|reprobé) <step>',
    '(marca|pon) <step> [como] (no aprobado|no aprobada|no superado|no superada|reprobado|reprobada|suspendido|suspendida|rechazado|rechazada)',
  ],
  start_timer_both: [
    'pon {duration} [(a|de)] {timer_name}',
    '(pon|programa|ajusta|fija) {timer_name} (a|en|con) {duration}',
    '(inicia|pon|activa|programa|crea|lanza|arranca|empieza|comienza|fija|ajusta|haz|configura) [(nuevo|otro)] temporizador [(para|de|llamado)] {timer_name} [(de|a|por|con|en|durante)] {duration}',
    '(inicia|pon|activa|programa|crea|lanza|arranca|empieza|comienza|fija|ajusta|haz|configura) [(nuevo|otro)] temporizador [(de|a|por|con|en|durante)] {duration} (para|a|con|llamado) {timer_name}',
    '(inicia|pon|programa|cuenta|cronometra|lanza|arranca|marca) {duration} [(en|de)] [temporizador] (para|con) {timer_name}',
    'temporizador [(para|de)] {timer_name} [(de|a|por|con|en|durante)] {duration}',
    'temporizador [(de|a|por|con|en|durante)] {duration} (para|con) {timer_name}',
    '{duration} [(en|de)] temporizador (para|de) {timer_name}',
    '(para) {timer_name} (pon|inicia|lanza) temporizador {duration}',
  ],
  cancel_reason: [
    '(cancela|aborta|abandona|abandono|anula|deja|dejo|termina|me rindo|cierra) [<run>] (porque|ya que|por|debido a|pues|puesto que|a causa de|dado que) {text}',
  ],
} as const satisfies Partial<Sentences>
