/**
 * Why the server closes a live connection. The stock y-websocket client stops for ever on 4400–4499 and
 * comes back after a pause on every other code.
 */
export const closeCodes = {
  // The page must do something else before it comes back.
  malformed: 4400,
  signedOut: 4401,
  forbidden: 4403,
  missing: 4404,
  oldSchema: 4409,
  oldEpoch: 4410,
  documentFull: 4413,
  frozen: 4423,
  /** The edit changes a part of the record that its writer may not change now. */
  partClosed: 4424,
  tooMuchLate: 4429,
  // Coming back is right.
  restarting: 1012,
  overloaded: 1013,
  rightChanged: 4301,
  tooFast: 4308,
  resync: 4310,
  notStored: 4311,
  slowReader: 4312,
} as const;

export type CloseReason = keyof typeof closeCodes;
