/** A booked event that others hear of after the commit. */
export interface ToldEvent {
  /** Its place in the ledger. */
  sequence: number;
  /** UTC instant. */
  at: string;
  verb: string;
  subject: { kind: string; id: string };
  /** Null where the system itself acted. */
  by: { personId: string; postId: string | null } | null;
  before: unknown;
  after: unknown;
}
