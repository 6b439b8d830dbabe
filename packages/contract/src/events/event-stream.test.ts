import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventsOf, type StreamEvent } from './event-stream.ts'

async function read(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<StreamEvent[]> {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: controller => {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
  const events: StreamEvent[] = []
  for await (const event of eventsOf(body)) events.push(event)
  return events
}

/** Of one line, in every kind of letter: also those that take several bytes, or end lines elsewhere. */
const words = fc.string({ unit: 'binary' }).map(text => text.replaceAll(/[\r\n]/g, ' '))
const word = fc.stringMatching(/^[a-z.]{1,12}$/)
const told = fc.record({
  id: fc.option(fc.uuid()),
  type: fc.option(word),
  data: fc.array(words, { maxLength: 3 }),
  remark: fc.option(words),
})
const end = fc.constantFrom('\n', '\r\n', '\r')

test('eventsOf() gives what was told, however the bytes are cut, the lines end, and what remarks stand between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(told, { maxLength: 5 }),
      end,
      fc.array(fc.nat(), { maxLength: 20 }),
      fc.constantFrom('', 'id: 9', 'data: half', 'da'),
      async (all, lineEnd, cuts, half) => {
        const text = all
          .map(({ id, type, data, remark }) =>
            [
              ...(remark === null ? [] : [`:${remark}`]),
              ...(id === null ? [] : [`id:${id}`]),
              ...(type === null ? [] : [`event: ${type}`]),
              ...data.map(line => `data: ${line}`),
              '',
              '',
            ].join(lineEnd),
          )
          .join('')
        const bytes = new TextEncoder().encode(text + half)
        const places = [0, ...cuts.map(cut => cut % (bytes.length + 1)), bytes.length].toSorted((one, two) => one - two)
        const parts = places.slice(1).map((place, index) => bytes.slice(places[index], place))
        expect(await read(parts)).toEqual(
          all
            .filter(({ id, data }) => id !== null || data.length > 0)
            .map(({ id, type, data }) => ({ id, type: type ?? 'message', data: data.join('\n') })),
        )
      },
    ),
  )
})
