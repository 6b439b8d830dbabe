/** A name that every system takes, from any text. */
export const fileName = (text: string, ending: string): string =>
  `${
    text
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
      .replaceAll(/^_+|_+$/g, '')
      .slice(0, 80) || 'workflow'
  }.${ending}`

/** Has the browser save a text, or whatever it is, as a file. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
