// A process of its own: commits two rows at a time into the data folder that its argument names, and says the number of each pair once it is committed.
import { writeSync } from 'node:fs'
import { openDatabase } from '../database/open-database.ts'

const { db } = await openDatabase({ dataDir: process.argv[2] })
const { count } = await db
  .selectFrom('settings')
  .select(({ fn }) => fn.countAll<number>().as('count'))
  .executeTakeFirstOrThrow()
for (let number = count / 2 + 1; ; number++) {
  await db.transaction().execute(async tx => {
    await tx
      .insertInto('settings')
      .values({ key: `first ${number}`, value: '1' })
      .execute()
    await tx
      .insertInto('settings')
      .values({ key: `second ${number}`, value: '1' })
      .execute()
  })
  writeSync(1, `${number}\n`)
}
