import { startApp } from './app/start-app.tsx'

const element = document.getElementById('app')
if (element === null) throw new Error('index.html has no element with the id "app".')
await startApp(element)
