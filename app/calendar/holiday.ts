/** The statutory holidays; their names are `planning.holiday.<key>`. */
export const holidays = [
  "newYear",
  "springFestival",
  "qingming",
  "labour",
  "dragonBoat",
  "midAutumn",
  "national",
  "other",
] as const;
export type Holiday = (typeof holidays)[number];

/** What a day was declared to be: off, or worked to make up for a day off. */
export const declaredKinds = ["holiday", "makeUp"] as const;
export type DeclaredKind = (typeof declaredKinds)[number];

/** A day as it was declared. */
export interface DeclaredDay {
  kind: DeclaredKind;
  holiday: Holiday;
}

/** The days that this district has entered as declared, beside what is known everywhere, by day (YYYY-MM-DD). */
export type DeclaredDays = ReadonlyMap<string, DeclaredDay>;

/** Nothing declared beside what is known everywhere. */
export const nothingDeclared: DeclaredDays = new Map();
