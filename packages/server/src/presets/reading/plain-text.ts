import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

const blocks = new Set(['p', 'br', 'li', 'div', 'ul', 'ol', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const hidden = new Set(['script', 'style', 'template'])

/** What a text says when the mark-up in it, tags and character references, is taken for what it means. */
export function plainText(text: string): string {
  if (!/[<&]/.test(text)) return text.trim()
  const parts: string[] = []
  const stack: Node[] = [...parseFragment(text).childNodes].toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value)
    else if ('childNodes' in node && !hidden.has(node.nodeName)) {
      if (blocks.has(node.nodeName)) parts.push('\n')
      stack.push(...[...node.childNodes].toReversed())
    }
  }
  return parts
    .join('')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n\s*/g, '\n')
    .trim()
}
