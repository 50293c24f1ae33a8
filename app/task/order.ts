/**
 * What a leader does about a task that was carried over too often: gives an order that is answered by a day, asks for a
 * report by a day, or takes it over (领导包案) until it is solved.
 */
export const orderKinds = ["order", "report", "takeOver"] as const;
export type OrderKind = (typeof orderKinds)[number];
