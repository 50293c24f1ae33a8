import type { Occasion } from "./deviationRequest";

const departures = ["otherDay", "unpublished", "workingDay", "hostOutOfTurn", "unapproved"] as const;

/** One thing that a request covers: `day` is the day asked for, `count` how many topics. */
export interface Covered {
  what: "topics" | (typeof departures)[number];
  day?: string;
  count?: number;
}

/** Reads from what a request covers, as its act wrote it, what whoever approves it is to know. */
export function coveredBy(occasion: Occasion, covers: string): Covered[] {
  if (occasion === "publishAgenda") return publishing(covers.split(" "));
  if (occasion !== "openSession" && occasion !== "adoptPlan") return [];
  const [day, ...rest] = covers.split(" ");
  return departures.filter((one) => rest.includes(one)).map((what) => ({ what, day }));
}

function publishing(parts: readonly string[]): Covered[] {
  const counts = parts.map(Number).filter((count) => count > 0);
  return [
    ...counts.map((count) => ({ what: "topics" as const, count })),
    ...(parts.includes("unapproved") ? [{ what: "unapproved" as const }] : []),
  ];
}
