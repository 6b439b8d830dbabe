import { expect, test } from 'vitest'
import { parseMarkdown, type MarkdownNode } from './safe-markdown.ts'

const tagsOf = (nodes: readonly MarkdownNode[]): readonly string[] =>
  nodes.flatMap(node => (typeof node === 'string' ? [] : [node.tag, ...tagsOf(node.children)]))
const textOf = (nodes: readonly MarkdownNode[]): string =>
  nodes.map(node => (typeof node === 'string' ? node : textOf(node.children))).join('')

test('parseMarkdown() reads lists, emphasis and links', () => {
  const nodes = parseMarkdown('1. Cut **slowly**\n2. See [the guide](https://example.org/a)')
  expect(tagsOf(nodes)).toEqual(['ol', 'li', 'strong', 'li', 'a'])
  expect(JSON.stringify(nodes)).toContain('"href":"https://example.org/a"')
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a <b onclick="alert(1)">b</b>',
  '![pixel](https://example.org/p.png)',
  '<svg/onload=alert(1)>',
  '# Heading',
])('parseMarkdown() shows %s as text and makes no element of it', text => {
  const nodes = parseMarkdown(text)
  expect(tagsOf(nodes).filter(tag => !['p', 'a'].includes(tag))).toEqual([])
  expect(textOf(nodes)).not.toBe('')
})

test.each(['[x](javascript:alert(1))', '[x](data:text/html,x)', '[x](//elsewhere.example)'])(
  'parseMarkdown() keeps the words of %s and drops the address',
  text => {
    const nodes = parseMarkdown(text)
    expect(tagsOf(nodes)).toEqual(['p'])
    expect(textOf(nodes)).toBe('x')
  },
)
