import { Readable } from 'node:stream'

/** Milliseconds in which a reader takes what was written to it. */
const patience = 30_000

/** Text as it comes, as a stream; a reader that takes nothing for too long is cut off, and comes back where it was. */
export function paced(texts: AsyncIterable<string>, deadline = patience): Readable {
  async function* watched() {
    for await (const text of texts) {
      const watch = setTimeout(() => stream.destroy(), deadline)
      try {
        yield text
      } finally {
        clearTimeout(watch)
      }
    }
  }
  const stream: Readable = Readable.from(watched(), { objectMode: false })
  return stream
}
