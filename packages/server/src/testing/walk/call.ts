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
  'community',
  'proposals',
  'projects',
  'library',
  'presets',
] as const
type Feature = (typeof walkedFeatures)[number]

/** `feature.route`, as the client has them. */
type NameIn<F extends Feature> = { [G in F]: `${G}.${keyof Routes[G] & string}` }[F]
/** Starting is the one right to a workflow that another feature asks. */
export type RouteName = NameIn<Feature> | 'executions.start'

/** Makes ready what the call takes beside the piece, or of the person's own, and says what it is about then. */
export type Ready = (stage: Stage, piece: Piece, person: Person) => Promise<Piece>

/** A valid request of a route, about a piece that has one of everything. */
export interface Call {
  /** Who may. */
  readonly may: Rule
  /** Whether it is about the piece, and so depends on its visibility. */
  readonly about: 'workflow' | 'installation'
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

export type Calls<F extends Feature> = Readonly<Record<NameIn<F>, Call>>

const routesOf = (feature: Feature): readonly (readonly [RouteName, Route])[] =>
  Object.entries<Route>(routes[feature]).map(([name, route]) => [`${feature}.${name}` as RouteName, route])

/** Every route of the features walked. */
export const walkedRoutes: ReadonlyMap<RouteName, Route> = new Map([
  ...walkedFeatures.flatMap(routesOf),
  ['executions.start', routes.executions.start],
])
