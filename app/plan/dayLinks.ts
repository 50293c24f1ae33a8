import { type Actor, isDistrict, seesContents, seesPublishing } from "~/access/actor";
import { hasReached, type Station } from "~/meeting/kind/stage";

/** A page of a day; its name is `plan.link.<key>`. */
export type DayLink =
  | "list"
  | "screening"
  | "agenda"
  | "papers"
  | "research"
  | "opinions"
  | "rollcall"
  | "lookBack"
  | "room"
  | "screen"
  | "minutes"
  | "corrections"
  | "publish"
  | "public";

const from: Record<DayLink, Station> = {
  list: "collecting",
  screening: "collecting",
  agenda: "agenda",
  papers: "agenda",
  research: "collecting",
  opinions: "agenda",
  room: "agenda",
  rollcall: "agenda",
  lookBack: "agenda",
  screen: "inSession",
  minutes: "inSession",
  corrections: "agenda",
  publish: "issued",
  public: "issued",
};

/**
 * The pages of a day that there are at `stage` for this reader, in the order of the day.
 * @param known whether there are proposed corrections that the reader may see, and whether residents find the day
 */
export function dayLinks(
  reader: Pick<Actor, "role" | "streetId">,
  stage: Station,
  known: { corrections?: boolean; opened?: boolean } = {},
): DayLink[] {
  const keys = Object.keys(from) as DayLink[];
  return keys.filter((key) => {
    if (key !== "public" && !seesContents(reader)) return false;
    if (key === "list" && !reader.streetId) return false;
    if (key === "corrections" && !known.corrections) return false;
    // Before there is an agenda only the group and who holds the day have anything to do with it.
    if (key === "research" && !hasReached(stage, "agenda") && reader.role !== "office") return false;
    if (key === "screening" && !isDistrict(reader)) return false;
    if (key === "publish" && !seesPublishing(reader)) return false;
    if (key === "public" && !known.opened) return false;
    return hasReached(stage, from[key]);
  });
}
