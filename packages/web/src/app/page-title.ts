import { createStore } from './store.ts'

/** The title of the page that is shown, without the product: what the breadcrumb ends with. */
export const pageTitle = createStore('')
