import { type Knocker, knockers, type World } from "../../builders/world";

/** Something that not everybody may see, with words of its own in it. */
export interface Planted {
  /** What it is; its words are `found` by search where `sought` is asked for, and known by `mark`. */
  thing: string;
  sought: string;
  mark: string;
  seenBy: readonly Knocker[];
  /** Answers what its things are called, by names of the test. */
  plant(world: World, words: string): Promise<unknown>;
}

/** The instant at which something is planted. */
export const now = () => new Date().toISOString();
export const officials = knockers.filter((who) => who !== "visitor" && who !== "admin");
export const district: Knocker[] = ["office", "leader"];
export const ofWeekly: Knocker[] = ["street-east", "dept-works"];

/** A thing before it is given words of its own. */
export type UnnamedThing = Omit<Planted, "sought" | "mark">;
