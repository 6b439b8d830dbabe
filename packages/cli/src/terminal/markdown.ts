/** Text as authors may mark it up, without the marks: headings, emphasis and code as words, links with their address, lists with dashes. */
export function readMarkdown(text: string): string {
  return text
    .replace(/^#{1,6}[ \t]+/gm, '')
    .replace(/(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1/g, '$2')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\[([^\]\n]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replace(/^([ \t]*)[*+][ \t]+/gm, '$1- ')
}
