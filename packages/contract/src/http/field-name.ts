/** `/steps/2/name` as `“steps[2].name”`; the whole as “The body”. */
export function fieldName(path: string): string {
  if (path === '') return 'The body'
  const parts = path
    .slice(1)
    .split('/')
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~').slice(0, 100))
  return `“${parts.map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`)).join('')}”`
}
