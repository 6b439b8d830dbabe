// Runs before the first paint, so that the page never flashes in the other theme. The same key as src/app/theme.ts.
try {
  var theme = localStorage.getItem('hidesync.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is switched off: the system's theme it is.
}
