import { disabledMarkdown } from '@hidesync/domain/text/markdown-subset'
import { micromark } from 'micromark'

/**
 * Instructions are written by other people: of Markdown they get paragraphs, lists, emphasis, code and links. HTML, images and
 * headings are shown as they were typed; micromark drops addresses such as `javascript:` by itself.
 */
const options = { extensions: [{ disable: { null: [...disabledMarkdown] } }] }

const allowed = new Set(['P', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'CODE', 'PRE', 'A', 'BLOCKQUOTE', 'BR'])

export interface MarkdownElement {
  readonly tag: string
  readonly href?: string
  readonly start?: number
  readonly children: readonly MarkdownNode[]
}
export type MarkdownNode = string | MarkdownElement

/** The text as a small tree of known elements; anything else becomes the text that is in it. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  const template = document.createElement('template')
  template.innerHTML = micromark(text, options)
  return childrenOf(template.content)
}

const childrenOf = (parent: Node): readonly MarkdownNode[] => Array.from(parent.childNodes).flatMap(read)

function read(node: Node): readonly MarkdownNode[] {
  if (node.nodeType === 3) return node.textContent ? [node.textContent] : []
  if (node.nodeType !== 1) return []
  const element = node as Element
  const children = childrenOf(element)
  if (!allowed.has(element.tagName)) return children
  const tag = element.tagName.toLowerCase()
  if (tag === 'a') {
    const href = element.getAttribute('href') ?? ''
    return /^(https?:|mailto:)/i.test(href) ? [{ tag, href, children }] : children
  }
  const start = Number(element.getAttribute('start'))
  return [{ tag, children, ...(tag === 'ol' && start > 1 ? { start } : {}) }]
}
