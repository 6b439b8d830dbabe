import { startApp } from '../app/start-app.tsx'
import { createFakeApi } from './fake-api/fake-api.ts'

// `npx vite --mode fake`: the whole app without a server, signed in; what is done lasts until the page is reloaded.
const element = document.getElementById('app')
if (element === null) throw new Error('index.html has no element with the id "app".')
await startApp(element, createFakeApi().fetch)
