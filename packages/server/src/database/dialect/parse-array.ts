export type ParsedArray = (string | null | ParsedArray)[]

/** Reads PostgreSQL's array text, such as `{1,NULL,"a \"b\"",{2}}`, into nested lists of its elements' texts. */
export function parseArray(text: string): ParsedArray {
  // Arrays with other lower bounds begin with them: `[0:1]={1,2}`.
  let at = text.indexOf('{')
  const readQuoted = () => {
    let element = ''
    for (at++; text[at] !== '"'; at++) {
      if (text[at] === '\\') at++
      element += text[at]
    }
    at++
    return element
  }
  const readBare = () => {
    const from = at
    while (text[at] !== ',' && text[at] !== '}') at++
    const element = text.slice(from, at)
    return element === 'NULL' ? null : element
  }
  const readList = (): ParsedArray => {
    const list: ParsedArray = []
    at++
    while (text[at] !== '}') {
      if (text[at] === ',') at++
      else if (text[at] === '{') list.push(readList())
      else list.push(text[at] === '"' ? readQuoted() : readBare())
    }
    at++
    return list
  }
  if (at === -1 || !text.endsWith('}')) throw new SyntaxError(`Not an array of PostgreSQL: ${text.slice(0, 40)}`)
  return readList()
}
