import { fileURLToPath } from 'node:url'

/** Where the web app is built for the tests. */
export const webDir = fileURLToPath(new URL('../../../node_modules/.cache/e2e-web', import.meta.url))
