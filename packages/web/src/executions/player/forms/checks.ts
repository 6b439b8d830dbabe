import type { MarkdownNode } from '../safe-markdown.ts'

const textOf = (node: MarkdownNode): string =>
  typeof node === 'string'
    ? node
    : node.children
        .filter(child => !isList(child))
        .map(textOf)
        .join('')
const isList = (node: MarkdownNode): boolean => typeof node !== 'string' && (node.tag === 'ul' || node.tag === 'ol')
const sentences = (text: string): readonly string[] => text.split(/(?<=[.!?:])\s+(?=\p{Lu}|\d)/u)

/** What can be ticked off of a text: each entry of its lists, and each sentence outside of them. */
export function checksOf(nodes: readonly MarkdownNode[]): readonly string[] {
  const checks = nodes.flatMap((node): readonly string[] => {
    if (typeof node === 'string') return sentences(node)
    if (!isList(node)) return sentences(textOf(node))
    return node.children.flatMap(item =>
      typeof item === 'string' ? [] : [textOf(item), ...checksOf(item.children.filter(isList))],
    )
  })
  return checks.map(check => check.replaceAll(/\s+/g, ' ').trim()).filter(check => check !== '')
}
