import { errorStatus } from '@hidesync/contract/http/errors'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusalOf } from '../testing/answers.ts'
import { describeEachEngine } from '../testing/test-database.ts'
import { refusalCases, Sender, type WalkedCode } from '../testing/walk/refusal-cases.ts'
import { setStage, type Stage } from '../testing/walk/stage.ts'

const codes = Object.keys(refusalCases) as WalkedCode[]

describeEachEngine('a refusal', engine => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage(engine)
  })
  afterAll(() => stage.close())

  it.each(codes)('%s says what was wrong, in a sentence', async code => {
    const { request, detail } = refusalCases[code]
    const told = await refusalOf(await request(new Sender(stage), await stage.workflow('public')))
    expect([told.status, told.code]).toEqual([errorStatus[code], code])
    expect(told.detail).toMatch(detail)
  })
})
