/** What a walk knows of a step. */
export const pending = 0
/** Open, and open already where the walk began. */
export const open = 1
export const begun = 2
export const over = 3
export const dead = 4

/** What a walk knows of a connection. */
export const unresolved = 0
export const live = 1
export const ruledOut = 2
