// Runs before the first paint, so that the page never flashes in another look. The same as src/app/appearance.ts, which a test compares.
;(function () {
  var look = {}
  try {
    var kept = JSON.parse(localStorage.getItem('hidesync.preferences') || '{}')
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
})()
