/** How the global set-up tells tests, and processes that they start, where the databases are. */
export const testDatabaseVariables = {
  embeddedTemplate: 'HIDESYNC_TEST_EMBEDDED_TEMPLATE',
  postgresUrl: 'HIDESYNC_TEST_POSTGRES_URL',
  postgresTemplate: 'HIDESYNC_TEST_POSTGRES_TEMPLATE',
} as const
