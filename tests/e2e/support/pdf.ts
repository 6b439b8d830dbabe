/** A heading in a PDF: on which page, and how far from the page's lower edge, in points. */
export interface PdfHeading {
  readonly title: string
  readonly page: number
  readonly height: number
}

/** The text of a PDF string, which is bytes in hex or in brackets, two a letter behind a mark. */
function textOf(raw: string): string {
  const hex = raw.startsWith('<')
  const bytes = hex
    ? Buffer.from(raw.slice(1, -1), 'hex')
    : Buffer.from(
        raw
          .slice(1, -1)
          .replaceAll(/\\(\d{3}|.)/gs, (_, code: string) =>
            /^\d{3}$/.test(code) ? String.fromCharCode(parseInt(code, 8)) : code,
          ),
        'latin1',
      )
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1')
}

/** The headings of a PDF that was printed with its outline, in their order in the file's outline. */
export function headingsOf(pdf: Buffer): readonly PdfHeading[] {
  const file = pdf.toString('latin1')
  const pages = [...file.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/Page\b/g)].map(([, id]) => id)
  const entry =
    /\/Title (\((?:\\.|[^\\)])*\)|<[\da-fA-F]*>)(?:(?!endobj)[^])*?\/Dest \[(\d+) 0 R \/XYZ [\d.-]+ ([\d.-]+)/g
  return [...file.matchAll(entry)].map(([, title = '', page, height]) => ({
    title: textOf(title),
    page: pages.indexOf(page),
    height: Number(height),
  }))
}
