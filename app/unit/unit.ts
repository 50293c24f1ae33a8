/** What a unit is in the district's order. */
export const unitKinds = [
  "district",
  "office",
  "street",
  "community",
  "department",
  "utility",
  "contractor",
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Kinds that can be made responsible for a task. */
export const leadKinds: readonly UnitKind[] = ["department", "utility", "contractor", "street"];
