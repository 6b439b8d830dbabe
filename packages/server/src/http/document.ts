import type { Readable } from 'node:stream'

/** An answer that is no JSON, such as a page, a table, a picture or a stream: sent as it is. */
export class Document {
  /** Media type, with its charset where it is text. */
  readonly type: string
  readonly content: string | Uint8Array | Readable
  /** Offered for saving under this name; null: shown where it is asked for. */
  readonly filename: string | null

  constructor(type: string, content: string | Uint8Array | Readable, filename: string | null = null) {
    this.type = type
    this.content = content
    this.filename = filename
  }
}

/** A Content-Disposition that browsers save under the name, whatever letters it has (RFC 6266). */
export const attachment = (filename: string): string => {
  const plain = filename.replaceAll(/[^\w.-]+/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`
}
