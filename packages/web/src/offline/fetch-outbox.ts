/** The part that shows what waits to be sent; it is looked for where nothing can be fetched. */
export const fetchOutbox = () => import('./Outbox.tsx')
