import { expect, test } from 'vitest'
import { createEventReader, type StreamEvent } from './event-stream.ts'

test('createEventReader() gives each event once it is complete, however the text was cut', () => {
  const text =
    ': hello\n\nid: 7\nevent: hidesync.step.completed\ndata: {"a":1}\n\ndata: x\r\ndata: y\r\n\r\nid: 8\ndata: un'
  for (const size of [1, 5, 1000]) {
    const events: StreamEvent[] = []
    const read = createEventReader(event => events.push(event))
    for (let at = 0; at < text.length; at += size) read(text.slice(at, at + size))
    expect(events.slice(0, 1)).toEqual([{ id: '7', type: 'hidesync.step.completed', data: '{"a":1}' }])
  }
})
