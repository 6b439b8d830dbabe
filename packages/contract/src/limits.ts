/** Bounds that forms keep to before the server has to refuse. */

/** Characters of a password. */
export const shortestPassword = 8
export const longestPassword = 200

/** Workflows that one request deletes. */
export const mostDeletedAtOnce = 100
