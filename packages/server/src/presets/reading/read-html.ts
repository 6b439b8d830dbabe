import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { AppError } from '../../http/app-error.ts'
import { readHowTo } from './read-howto.ts'
import { unreadable, type ReadSource } from './source.ts'

type Node = DefaultTreeAdapterTypes.Node

const isData = (node: Node): boolean =>
  node.nodeName === 'script' &&
  'attrs' in node &&
  node.attrs.some(({ name, value }) => name === 'type' && /^application\/ld\+json\b/i.test(value.trim()))

const languageOf = (node: Node): string | null =>
  node.nodeName === 'html' && 'attrs' in node ? (node.attrs.find(({ name }) => name === 'lang')?.value ?? null) : null

/** The texts of all JSON-LD elements of a page, in their order, and the language that it states. */
function dataIn(page: string): { readonly texts: readonly string[]; readonly language: string | null } {
  const found: string[] = []
  let language: string | null = null
  const stack: Node[] = [parse(page)]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('childNodes' in node)) continue
    language ??= languageOf(node)
    if (isData(node)) found.push(node.childNodes.map(child => ('value' in child ? child.value : '')).join(''))
    else for (let at = node.childNodes.length - 1; at >= 0; at -= 1) stack.push(...node.childNodes.slice(at, at + 1))
  }
  return { texts: found, language }
}

/** Reads the HowTo or Recipe that a saved page carries as JSON-LD. */
export function readHtml(page: string, parseJson: (text: string) => unknown): ReadSource {
  const { texts, language } = dataIn(page)
  if (texts.length === 0)
    throw unreadable(
      'The page holds no JSON-LD data: a page with a schema.org HowTo or Recipe in a script of type application/ld+json is what can be imported.',
      'no_recipe',
    )
  const broken: AppError[] = []
  const values = texts.flatMap(text => {
    try {
      return [parseJson(text)]
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // A page may carry several; one that is broken does not spoil the others.
      broken.push(error)
      return []
    }
  })
  const [reason] = broken
  if (values.length === 0)
    throw unreadable(`The JSON-LD data of the page can not be read. ${reason?.detail ?? ''}`.trim(), 'no_recipe')
  return readHowTo(values, language)
}
