import type { Queries } from "~db/connect";
import type { Step } from "./step";

/** What a handler is told besides the payload. `now` is the instant of the attempt, UTC ISO. */
export interface Attempt {
  now: string;
}

/**
 * What does the work of one kind of step; throws when it has to be tried again.
 * `within`: its effect is in the database and is written over `tx`, in the transaction that takes the step out of
 * the outbox: it happens once, whatever breaks. Awaits nothing else.
 * `outside`: its effect is elsewhere, or has transactions of its own. After a crash it is done again, so doing it
 * twice must be the same as doing it once.
 */
export type Handler<P = unknown> = { step: Step<P> } & (
  | { within(payload: P, attempt: Attempt & { tx: Queries }): Promise<void> }
  | { outside(payload: P, attempt: Attempt): Promise<void> }
);
