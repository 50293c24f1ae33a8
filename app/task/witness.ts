/** How a named witness stands to a verification: named, confirmed or denied by them. */
export const witnessStates = ["named", "confirmed", "denied"] as const;
export type WitnessState = (typeof witnessStates)[number];

/** The witness of a task's latest verification, as permissions look at it. */
export interface Witness {
  personId: string;
  state: WitnessState;
}
