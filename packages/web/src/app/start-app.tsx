import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '../ui/base.css'
import '../ui/tokens.css'
import '../ui/helpers.css'
import { keepAppOnDevice } from '../offline/app-update.ts'
import { forgetTalk } from '../executions/player/command/exchange.ts'
import { readStation } from '../identity/station/device-station.ts'
import { followAccount } from './account-preferences.ts'
import { followEvents } from '../offline/live-updates.ts'
import { createApi, type Api } from './api.ts'
import { followAppearance } from './appearance.ts'
import { App } from './App.tsx'
import { contentLanguages, followLanguage, prepareTexts } from './language.ts'
import { paths } from './paths.ts'
import { preferences } from './preferences.ts'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './router.tsx'
import { prepareRoom } from './prepare-room.ts'

/** Puts the app onto the page; `send` stands in for the network. */
export async function startApp(element: HTMLElement, send?: typeof fetch): Promise<void> {
  followAppearance()
  const api = createApi(send)
  const router = createAppRouter(api)
  // What the page needs comes at once: its parts and who is signed in, while the language is on its way.
  prepareRoom(router, api)
  const drawn = router.subscribe('onRendered', () => {
    document.getElementById('boot')?.remove()
    drawn()
    // The bench is opened without a connection, too, and then speaks.
    void prepareTexts('bench').catch(() => undefined)
  })
  const language = await followLanguage()
  followAccount(api.client, api.session)
  const queryClient = createQueryClient()
  // Who signs out, or in as somebody else, must not see what the other one saw.
  const leaveNothing = () => {
    if (api.session.status.get() !== 'signed_out') return
    queryClient.clear()
    forgetTalk()
    // At a station the next one comes by.
    const station = readStation()
    if (station !== null) void router.navigate({ to: paths.station, params: { id: station.id } })
  }
  api.session.status.subscribe(leaveNothing)
  // Perhaps it turned out, while the language was on its way, that nobody is here any more.
  leaveNothing()
  leaveToSomebodyElse(api, router)
  // What was fetched in one language is fetched again in the other, and what is on its way in the old one is not waited for.
  let languages = contentLanguages().join()
  preferences.subscribe(() => {
    if (contentLanguages().join() === languages) return
    languages = contentLanguages().join()
    void queryClient.cancelQueries().then(() => queryClient.invalidateQueries())
    void api.runs.refreshAll().catch(() => undefined)
  })
  followEvents(api)
  void keepAppOnDevice(api.runs).catch(() => undefined)
  const app = <App {...{ api, queryClient, language }} router={router} />
  createRoot(element).render(<StrictMode>{app}</StrictMode>)
}

/**
 * Where somebody else turns up on a page, by signing in over it or in another tab, all of it goes: what stands on it, and what was
 * typed, belongs to who was there before, and would be done in the name of the new one.
 */
function leaveToSomebodyElse({ session }: Api, router: ReturnType<typeof createAppRouter>): void {
  let here: number | null = null
  session.status.subscribe(() => {
    const [status, person] = [session.status.get(), session.person()]
    const isInside = router.state.matches.some(({ routeId }) => routeId.startsWith('/inside'))
    if (status === 'signed_in' && here !== null && here !== person && isInside) window.location.replace(paths.home)
    if (status === 'signed_in' || status === 'away' || person === null) here = person
  })
}
