// Puts databases that last as long as the page in the place of the browser's.
import 'fake-indexeddb/auto'
