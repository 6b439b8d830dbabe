import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf, send } from '../testing/answers.ts'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

describe('hashing many passwords at once', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  it('sends some away to try again, and serves the others', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        send(app, '/users', { body: { email: `maker-${index}@example.test`, password: 'a long enough password' } }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 429]))
    for (const answer of answers.filter(({ status }) => status === 429)) {
      const told = await refusalOf(answer)
      expect([told.code, told.headers.get('retry-after')]).toEqual(['auth.busy', '2'])
      expect(told.detail).toMatch(/Try again in a few seconds\.$/)
    }
  })
})
