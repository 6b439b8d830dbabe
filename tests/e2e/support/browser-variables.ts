/** How the set-up tells the tests which browser to start. */
export const browserVariables = {
  path: 'HIDESYNC_E2E_BROWSER',
  libraries: 'HIDESYNC_E2E_BROWSER_LIBRARIES',
  fonts: 'HIDESYNC_E2E_BROWSER_FONTS',
} as const
