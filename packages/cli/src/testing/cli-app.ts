import { startTestApp, type TestApp, type TestUser } from '@hidesync/server/testing/test-app'
import { boxPreset } from '@hidesync/server/testing/box-preset'
import { type CliUnderTest, openCli } from './run-cli.ts'

/** The whole product and a terminal client that knows where it is; signed in as the administrator by an API token. */
export interface CliApp {
  readonly app: TestApp
  readonly cli: CliUnderTest
  /** The environment in which the client acts as somebody. */
  readonly as: (user: TestUser) => Readonly<Record<string, string>>
  /** Imports the small box and gives its workflow's id. */
  readonly importBox: (name: string) => Promise<number>
  readonly startBox: (name: string) => Promise<number>
  readonly close: () => Promise<void>
}

export async function openCliApp(
  options: { readonly samples?: boolean; readonly token?: boolean } = {},
): Promise<CliApp> {
  const app = await startTestApp({ samples: options.samples === true })
  const token = options.token === false ? {} : { HIDESYNC_TOKEN: app.admin.token }
  const cli = await openCli({ HIDESYNC_SERVER: app.url, ...token })
  const client = app.client(app.admin.token)
  const importBox = async (name: string): Promise<number> => (await client.presets.import({ body: boxPreset(name) })).id
  return {
    app,
    cli,
    as: user => ({ HIDESYNC_TOKEN: user.token }),
    importBox,
    startBox: async name => (await client.executions.start({ params: { id: await importBox(name) } })).id,
    close: async () => {
      cli.close()
      await app.close()
    },
  }
}
