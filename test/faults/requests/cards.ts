import { type Knocker, knockers } from "../../builders/world";
import { type RouteEntry, routeTable } from "../../integration/access/routeTable";

/** Something that somebody can ask for: a page, or an act of one by its intent. */
export interface Card {
  file: string;
  entry: RouteEntry;
  intent: string | null;
  who: Knocker;
}

/** Every page and every act, by everybody. */
export const cards: readonly Card[] = Object.entries(routeTable).flatMap(([file, entry]) =>
  [null, ...Object.keys(entry.acts ?? {})].flatMap((intent) =>
    knockers.map((who) => ({ file, entry, intent, who })),
  ),
);
