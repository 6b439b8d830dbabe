// Runs before the first paint, so that the page never flashes in another look. The same as src/app/appearance.ts, which a test compares.
;(function () {
  var look = {}
  var kept = null
  try {
    kept = JSON.parse(localStorage.getItem('hidesync.preferences') || '{}')
    look = (kept && kept.appearance) || {}
  } catch {
    // Storage is switched off, or holds nonsense: the system's look it is.
  }
  var html = document.documentElement
  var system = function (query) {
    return 'matchMedia' in window && matchMedia(query).matches
  }
  var theme = look.theme
  html.dataset.theme = theme === 'light' || theme === 'dark' ? theme : 'system'
  html.dataset.contrast = theme === 'contrast' || system('(prefers-contrast: more)') ? 'more' : 'normal'
  html.dataset.motion = look.motion === 'reduced' || system('(prefers-reduced-motion: reduce)') ? 'reduced' : 'full'
  html.dataset.density = look.density === 'compact' ? 'compact' : 'comfortable'
  html.dataset.font = look.font === 'system' ? 'system' : 'hyperlegible'
  html.dataset.spacing = look.spacing === 'wide' ? 'wide' : 'normal'
  html.dataset.rail = look.rail === 'narrow' ? 'narrow' : 'wide'
  var percent = Number(look.text_percent) || 100
  if (percent !== 100) html.style.fontSize = Math.min(200, Math.max(100, percent)) + '%'

  // A part of the app that cannot be fetched is told while nothing else is there to tell it: one that the page names, or one that the app
  // asks for and then fails at.
  var troubles = {
    ar: 'تعذّر تحميل التطبيق. تحقّق من الاتصال ثم أعد تحميل الصفحة.',
    de: 'Die App konnte nicht geladen werden. Prüfe die Verbindung und lade die Seite neu.',
    es: 'No se pudo cargar la aplicación. Revisa la conexión y vuelve a cargar la página.',
    fr: 'L’application n’a pas pu être chargée. Vérifiez la connexion, puis rechargez la page.',
    en: 'The app could not be loaded. Check the connection and reload the page.',
  }
  addEventListener(
    'error',
    function (event) {
      var place = document.getElementById('boot-trouble')
      if (place === null || !(event.target === window || event.target instanceof HTMLScriptElement)) return
      var language = String((kept && kept.language && kept.language.interface) || navigator.language)
      place.textContent = troubles[language.slice(0, 2)] || troubles.en
      place.hidden = false
    },
    true,
  )
})()
