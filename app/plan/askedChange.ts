import { z } from "zod";
import type { Occasion } from "~/rules/deviationRequest";

/** What of a day's arrangements a request may change. */
export type ChangedField =
  | "date"
  | "hostStreetId"
  | "chairPostId"
  | "windowOpensOn"
  | "windowClosesOn"
  | "joiningStreetIds";

/** The arrangements of a day, as they stand. */
export interface ArrangedDay {
  date: string;
  hostStreetId: string;
  chairPostId: string | null;
  windowOpensOn: string;
  windowClosesOn: string;
  joiningStreetIds: readonly string[];
}

/** One arrangement that a request would change: days, or ids of units and posts. */
export interface AskedChange {
  field: ChangedField;
  from: string[];
  to: string[];
}

const fields = [
  "date",
  "hostStreetId",
  "chairPostId",
  "windowOpensOn",
  "windowClosesOn",
  "joiningStreetIds",
] as const;

// What a request covers was written by this program; an earlier version may have written it otherwise.
const typedDay = z
  .object({
    ...{ date: z.unknown(), hostStreetId: z.unknown(), chairPostId: z.unknown() },
    ...{ windowOpensOn: z.unknown(), windowClosesOn: z.unknown(), joiningStreetIds: z.unknown() },
  })
  .partial();

/** Lists what a request for a deviation would change in the arrangements of its day. */
export function changesOf(
  { occasion, covers }: { occasion: Occasion; covers: string },
  day: ArrangedDay,
): AskedChange[] {
  if (occasion === "reopenWindow")
    return [{ field: "windowClosesOn", from: [day.windowClosesOn], to: [covers] }];
  if (occasion === "postponeDay") return [{ field: "date", from: [day.date], to: [covers] }];
  if (occasion === "swapHosts")
    return [{ field: "hostStreetId", from: [day.hostStreetId], to: covers.split(" ").slice(1) }];
  if (occasion !== "changeDay") return [];
  const typed = typedDay.safeParse(parsed(covers)).data ?? {};
  return fields.flatMap((field) => {
    const [from, to] = [listed(day[field]), listed(typed[field])];
    return from.toSorted().join() === to.toSorted().join() ? [] : [{ field, from, to }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const listed = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === "string" && one !== "",
  );
