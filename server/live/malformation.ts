/** What can be wrong with bytes that no client of ours sends; each is counted by itself. */
export const malformations = [
  /** Text, where bytes are spoken. */
  "textFrame",
  /** The frame ends before its message does, or has a number that is none. */
  "unreadableFrame",
  "tooManyMessages",
  "unknownMessage",
  "unknownSyncStep",
  /** The same of the entries of a presence message. */
  "unreadablePresence",
  "tooManyPresent",
  "unreadableStateVector",
  "longStateVector",
  /** No update, or none of a record. */
  "foreignUpdate",
  /** An update of a record that breaks when it is applied, or nests too deep. */
  "inapplicableUpdate",
] as const;
export type Malformation = (typeof malformations)[number];

/** What was read, or what is wrong with it. */
export type Reading<Value, Fault extends Malformation> =
  | { ok: true; value: Value }
  | { ok: false; fault: Fault };
