import { longRecord } from "./document";
import { pause } from "./pause";
import { answerFrame } from "./protocol";

/** A connection whose room is loading. */
export interface Expecting {
  /** The client has said nothing yet that waits for an answer. */
  readonly silent: boolean;
  /** Answers the question that a client with an empty document has waiting. */
  answerAhead(answer: Uint8Array): void;
}

/** Milliseconds that the question of somebody who has just connected is waited for. */
const questionTime = 50;

/**
 * A long record takes a while to build. Who comes in with nothing gets it meanwhile, as it lies in the database.
 * @param state the whole document as one update
 */
export async function answerAhead(connections: ReadonlySet<Expecting>, state: Uint8Array): Promise<void> {
  if (state.length < longRecord) return;
  const end = performance.now() + questionTime;
  do await pause(1);
  while (performance.now() < end && [...connections].some((connection) => connection.silent));
  const answer = answerFrame(state);
  for (const connection of connections) connection.answerAhead(answer);
  // The sockets take it in before the building begins.
  await pause(1);
}
