import type { Knocker, World } from "../../builders/world";

/** What somebody meets at an address. */
export type Answer = "allowed" | "signIn" | "denied" | "hidden";

type Rights = Partial<Record<Knocker | "others", Answer>>;

/** Who meets what at one route; visitors are sent to sign in unless told otherwise. */
export interface RouteEntry {
  params?: (world: World) => Record<string, string>;
  query?: string;
  loader?: Rights;
  /** By intent; `action` for a route with a single one. */
  acts?: Record<string, { form?: (world: World) => Record<string, string>; rights: Rights }>;
}

const everybody: Rights = { visitor: "allowed", others: "allowed" };
const officials: Rights = { others: "allowed" };
const office: Rights = { office: "allowed", others: "denied" };

/** Every route with the right answer for everybody, written out by hand. */
export const routeTable: Record<string, RouteEntry> = {
  $: { loader: { visitor: "hidden", others: "hidden" } },
  _index: { loader: everybody },
  "days._index": { loader: everybody },
  "days.$month": { params: (world) => ({ month: world.months.issued }), loader: everybody },
  "streets._index": { loader: everybody },
  "streets.$slug": { params: () => ({ slug: "east" }), loader: everybody },
  search: { loader: everybody },
  "sign-in": {
    loader: everybody,
    acts: { action: { form: () => ({ account: "nobody", password: "x" }), rights: everybody } },
  },
  "sign-out": { acts: { action: { rights: officials } } },
  desk: { loader: officials },
  "desk._index": { loader: officials },
  "desk.post": {
    acts: { action: { form: () => ({ post: "a post of somebody else" }), rights: { others: "hidden" } } },
  },
};
void office;
