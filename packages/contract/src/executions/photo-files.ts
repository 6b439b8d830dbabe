/** The forms that photos may have. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof photoTypes)[number]

/** Bytes of one photo. */
export const largestPhoto = 12 * 1024 * 1024
