import type { Route } from '@hidesync/contract/http/route'
import { routes, type Routes } from '@hidesync/contract/routes'
import type { Person } from './cast.ts'
import type { Piece } from './piece.ts'
import type { Rule } from './rule.ts'
import type { Stage } from './stage.ts'

/** The features that the walk goes through, route by route. */
const walkedFeatures = [
  'workflows',
  'steps',
  'connections',
  'outcomes',
  'paths',
  'resources',
  'options',
  'revisions',
  'translations',
  'themes',
  'stepTypes',
  'enums',
  'sharing',
  'links',
  'community',
  'proposals',
  'projects',
  'library',
  'presets',
  'executions',
  'offline',
  'photos',
  'presence',
  'timers',
  'navigation',
  'events',
  'home',
] as const
type Feature = (typeof walkedFeatures)[number]

/** `feature.route`, as the client has them. */
type NameIn<F extends Feature> = { [G in F]: `${G}.${keyof Routes[G] & string}` }[F]
/** Pictures and streams are no JSON, and pictures are shown by a signed address to who has one: their own tests have them. */
const elsewhere = ['photos.add', 'photos.view', 'events.stream'] as const
export type RouteName = Exclude<NameIn<Feature>, (typeof elsewhere)[number]>

/** Makes ready what the call takes beside the piece, or of the person's own, and says what it is about then. */
export type Ready = (stage: Stage, piece: Piece, person: Person) => Promise<Piece>

/** A valid request of a route, about a piece that has one of everything. */
export interface Call {
  /** Who may. */
  readonly may: Rule
  /** Whether it is about the piece, and so depends on its visibility, or about a run of it, which belongs to a workshop. */
  readonly about: 'workflow' | 'run' | 'installation'
  /** What of the path's parameters is not the piece's field of that name. */
  readonly params?: (piece: Piece) => Readonly<Record<string, number | string>>
  readonly body?: (piece: Piece) => unknown
  readonly ready?: Ready
  /** Not to be done twice, or others would notice: it gets a piece of its own. */
  readonly usesUp?: true
  /** A POST that changes nothing. */
  readonly changesNothing?: true
  /** Where the refusal of a part stands in an answer that is no error. */
  readonly statusIn?: (answer: unknown) => number
}

export type Calls<F extends Feature> = Readonly<Record<Extract<NameIn<F>, RouteName>, Call>>

const routesOf = (feature: Feature): readonly (readonly [NameIn<Feature>, Route])[] =>
  Object.entries<Route>(routes[feature]).map(([name, route]) => [`${feature}.${name}` as NameIn<Feature>, route])
const isElsewhere = (name: NameIn<Feature>): boolean => elsewhere.some(other => other === name)

/** Every route of the features walked. */
export const walkedRoutes: ReadonlyMap<RouteName, Route> = new Map(
  walkedFeatures.flatMap(routesOf).filter((entry): entry is readonly [RouteName, Route] => !isElsewhere(entry[0])),
)
