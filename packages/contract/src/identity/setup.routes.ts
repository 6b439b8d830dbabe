import { route } from '../http/route.ts'
import { SetupProgress, SetupState, SetupStep } from './setup.schemas.ts'

export const setupRoutes = {
  state: route({
    method: 'GET',
    path: '/setup',
    summary: 'Whether the installation is still to be set up, and the units that it measures in.',
    access: 'open',
    status: 200,
    response: SetupState,
  }),
  progress: route({
    method: 'GET',
    path: '/setup/progress',
    summary: 'What of the set-up was saved so far.',
    access: 'superuser',
    status: 200,
    response: SetupProgress,
  }),
  save: route({
    method: 'POST',
    path: '/setup',
    summary: 'Save a step of the set-up, as often as you like, until one says `finished`.',
    access: 'superuser',
    atStations: false,
    body: SetupStep,
    status: 200,
    response: SetupProgress,
  }),
}
