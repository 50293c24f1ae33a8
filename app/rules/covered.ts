import type { Occasion } from "./deviationRequest";

const departures = ["otherDay", "unpublished", "workingDay", "hostOutOfTurn"] as const;

/** One thing that a request covers: `day` is the day asked for, `count` how many topics. */
export interface Covered {
  what: "topics" | (typeof departures)[number];
  day?: string;
  count?: number;
}

/** Reads from what a request covers, as its act wrote it, what whoever approves it is to know. */
export function coveredBy(occasion: Occasion, covers: string): Covered[] {
  if (occasion === "publishAgenda") return [{ what: "topics", count: Number(covers) }];
  if (occasion !== "openSession" && occasion !== "adoptPlan") return [];
  const [day, ...rest] = covers.split(" ");
  return departures.filter((one) => rest.includes(one)).map((what) => ({ what, day }));
}
