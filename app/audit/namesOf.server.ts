import type { Actor } from "~/access/actor";
import type { NameFinders } from "~/access/nameFinder.server";
import { meetingNames } from "~/meeting/conduct/meetingNames.server";
import { resourceNames } from "~/meeting/resource/resourceNames.server";
import { planNames } from "~/plan/planNames.server";
import { problemNames } from "~/problem/problemNames.server";
import { rulesNames } from "~/rules/page/rulesNames.server";
import { taskNames } from "~/task/taskNames.server";
import { unitNames } from "~/unit/unitNames.server";
import type { Queries } from "~db/connect";

/** What a thing is called, and where its page is. */
export interface Name {
  zh: string;
  en: string;
  to?: string;
}

/** Every kind of thing that has a name: each room brings its own. */
export const nameFinders: NameFinders = {
  ...unitNames,
  ...rulesNames,
  ...planNames,
  ...problemNames,
  ...meetingNames,
  ...taskNames,
  ...resourceNames,
};

/**
 * Names the things that identifiers stand for, as far as the reader may see them; what has no name for them
 * is left out.
 * @param ids of whatever kind: what is booked says only of its subject of which kind it is
 */
export async function namesOf(db: Queries, reader: Actor, ids: Iterable<string>): Promise<Map<string, Name>> {
  const wanted = [...new Set(ids)];
  const names = new Map<string, Name>();
  // A statement takes only so many parameters.
  for (let at = 0; at < wanted.length; at += 500)
    for (const find of Object.values(nameFinders))
      for (const { id, ...name } of await find(db, wanted.slice(at, at + 500), reader)) names.set(id, name);
  return names;
}
