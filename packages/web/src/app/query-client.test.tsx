import { QueryClientProvider, useMutation } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from '../ui/Button.tsx'
import { createQueryClient } from './query-client.ts'

afterEach(cleanup)

function Send({ send }: { readonly send: () => Promise<void> }) {
  const { isPending, mutate } = useMutation({ mutationFn: send })
  return (
    <Button isPending={isPending} onPress={() => mutate()}>
      Send
    </Button>
  )
}

test('a second press that was waiting in line, before any timer, asks for nothing twice', async () => {
  const send = vi.fn<() => Promise<void>>(() => new Promise(() => undefined))
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Send send={send} />
    </QueryClientProvider>,
  )
  // What the browser does after each of two presses that both arrived while it was busy: no timer comes between them.
  for (const button of [screen.getByRole('button'), screen.getByRole('button')]) {
    fireEvent.click(button)
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  expect(send).toHaveBeenCalledTimes(1)
})
