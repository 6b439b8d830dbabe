import type { Sentences } from '../wording.ts'

/** What people at a bench say beside the plain ways of timers, notes, materials and the run. */
export const spanishBenchWork: Partial<Sentences> = {
  start_timer_duration: [
    '(empieza|comienza|ponte) a (contar|correr|cronometrar) {duration}',
    'mida {duration}',
    '(pon|cuenta|cronometra|inicia|marca|mide|programa|muestra|espera|dame|toma) [temporizador] [(unos|como|a)] {duration} [y] (avisa|puedes avisa|llama|llámame|recuerda|suena|pita|que suene|que pite|que avise|grita|dices|dime|dale|puedes llama)',
    '(empieza|comienza|inicia|arranca|lanza|crea|activa) (otro|uno) [nuevo] {duration}',
    '(pon|échame|muestra|tírame|márcame) {duration} en (reloj|crono|cuenta)',
    '(avisa|grita|llama|recuerda|échame un grito) [cuando] (pasen|hayan pasado|se cumplan) {duration}',
    '(avisa|pita|suena) en {duration} [dale]',
    '{duration} (contando|a partir de ya|desde ya|desde ahora)',
  ],
  start_timer_both: [
    '(échale|ponle) [un] temporizador (de|por) {duration} a {timer_name}',
    '(ponle|echa) a {timer_name} [un] temporizador (de|por) {duration}',
  ],
  start_timer_text: [
    '(pon|inicia|programa|lanza) {duration} para {text}',
    '(inicia|pon|activa|programa|crea|lanza|arranca) temporizador (de|para) {text} (de|por|en|durante|a) {duration}',
    'temporizador para {text} (de|por|durante) {duration}',
  ],
  pause_timer: [
    '(para|detén|congela|pausa|frena) temporizador (un momentito|un momento|tantito|un ratito|un segundo|un rato) [que ahora sigo|ahora sigo|ya vuelvo|que ya vuelvo]',
    'que (espere|aguarde) temporizador',
  ],
  pause_timer_name: [
    '(para|congela|pausa|frena) (temporizador|reloj) [(para|de)] {timer_name} (un momentito|un momento|tantito|un ratito|un segundo|un rato) [que ahora sigo|ahora sigo|ya vuelvo|que ya vuelvo]',
    'que (espere|aguarde) temporizador {timer_name}',
  ],
  resume_timer: [
    '(pon|echa) (otra vez|de nuevo|nuevamente) (en marcha|a andar|a correr|a caminar) (temporizador|reloj)',
    '(reanuda|reactiva|continúa|sigue con|retoma) temporizador [(pausado|en pausa|que estaba en pausa|parado)]',
    'temporizador [(estaba en pausa)] que (siga|continúe) [corriendo|andando]',
    '(deja|dale) que (siga|corra) temporizador',
  ],
  resume_timer_name: [
    '(pon|echa) [otra vez|de nuevo|nuevamente] (en marcha|a andar|a correr) [otra vez|de nuevo] (temporizador|reloj) [(para|de)] {timer_name}',
    '{timer_name} puede (sigue|continúa) [contando|corriendo] [reanuda]',
    'que (siga|continúe) [andando] temporizador [(para|de)] {timer_name}',
  ],
  extend_timer_name: [
    '{timer_name} pide {duration} más',
    '(échale|dale|ponle|agrega|sube|regálale) [otra|otros|otro|unos] {duration} [más] (a|para) [temporizador] [(para|de)] {timer_name} [que sigue fresco]',
    'a {timer_name} [todavía] [le] [falta] (pon|agrega|echa|dale) [unos|otros|otro|otra] {duration} [más]',
    '{timer_name} (requiere|quiere) [otros|otra|otro|unos] {duration} [más]',
  ],
  extend_timer_duration: ['(sube|regálale) [otra|otros|otro|unos] {duration} más [a temporizador]'],
  stop_timer: [
    '[ya] no (necesito|quiero|me hace falta) temporizador [detén|apaga|quita|para]',
    '(calla|apaga|corta|quita|silencia|mata) [ya] temporizador [que me tiene frita|que me tiene frito|de una]',
  ],
  stop_timer_name: [
    '[ya] no (necesito|quiero) temporizador [(para|de)] {timer_name} [detén|apaga|quita|para]',
    '(calla|apaga|corta|quita|silencia) [ya] temporizador [(para|de)] {timer_name}',
  ],
  timers: [
    'cuánto [les|le] (falta|queda|faltan|quedan) a temporizador',
    '(qué|cuánto) (reloj|relojes|temporizador|cronos) (tengo|hay|quedan|están|andan) [yo] [todavía|aún] (corriendo|andando|activos|en marcha|caminando|puestos) [por ahí]',
    '(hay|tengo|queda) [algún|todavía] (reloj|temporizador) (corriendo|andando|activo|en marcha|puesto)',
  ],
  timers_name: [
    'cuándo (está|estará|estaría) [seco|lista|seca|listo] {timer_name} [seco|lista]',
    'cómo va {timer_name}',
    'cuánto [tiempo] [más] (necesita|falta|le falta|tarda) [a|al] {timer_name}',
    '(reloj|temporizador) [(para|de)] {timer_name} (cómo va|cómo ve|cuánto le falta|cuánto le queda|le falta mucho|cuánto falta) [le falta mucho]',
    '(cuánto|cuándo) [le] (falta|queda|suena|termina|acaba) [a] (reloj|temporizador) [(para|de)] {timer_name}',
    '(sigue|está) (corriendo|andando|activo) temporizador [(para|de)] {timer_name}',
  ],
  note_text: [
    '(anota|apunta|escribe|registra|guarda) [ahí|por ahí] (una cosita|una nota|esto|una notita) {text}',
    '(deja|haz|toma|pon|añade) [una] (nota|notita|nota rápida|anotación|observación|comentario) [de] [que] {text}',
    '(que conste|que quede anotado|que quede escrito|para no olvidar|no olvidar|para que no se me olvide|recordatorio|ojo) [que] {text}',
  ],
  usage: [
    '(necesité|necesitamos|ha hecho falta) {measure} {resource_name}',
    '[pues] se me (han ido|fueron|fue|ha ido) {measure} {resource_name} [en broma]',
    '(llevo|van|le puse|le metí|se fueron|eché|corté) {measure} {resource_name} [gastados|usados]',
  ],
  usage_pieces: [
    'se me (han ido|fueron|fue|ha ido) {quantity} {resource_name} [en broma]',
    '(llevo|le puse|le metí|se fueron|eché) {quantity} {resource_name} [gastados|usados]',
  ],
  shortage_resource: [
    '[ya valió] se (acabó|acabaron|terminó|terminaron) {resource_name}',
    'ni (un|una|un solo|una sola) {resource_name} (me queda|hay|tengo) [ya]',
    '(bote|frasco|carrete|caja|tubo|rollo|bolsa) {resource_name} está (vacío|vacía)',
    '{resource_name} (no llega|anda escaso|faltan)',
    '(ando|estoy|quedé) (corto|corta|escaso|escasa|sin nada) de {resource_name}',
  ],
  yes: [
    '(sí claro|claro que sí|sí hazlo|sí dale|sí señor|por supuesto|desde luego|cómo no|órale sí|simón|sip|sí pues|sí por favor hazlo|faltaba más|adelante sí)',
  ],
  no: [
    '(nel|nel mejor no|mejor no|no mejor no|ni hablar|ni de broma|para nada|de ninguna manera|nop|nones|no hombre|no déjalo así|ahora no|no quiero)',
  ],
} satisfies Partial<Sentences>
