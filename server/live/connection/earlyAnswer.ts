import { longRecord } from "../document/document";
import { pause } from "../pause";
import { answerFrame } from "./protocol";

/** A connection whose room is loading. */
export interface LoadingConnection {
  /** True while the client has said nothing that waits for an answer. */
  readonly silent: boolean;
  /** Answers the question that a client with an empty document has waiting. */
  answerEarly(answer: Uint8Array): void;
}

/** Milliseconds that the question of somebody who has just connected is waited for. */
const questionTime = 50;

/**
 * Answers whoever comes in with nothing while a long record is still being built: with the document as it lies in the
 * database.
 * @param state the whole document as one update
 */
export async function answerEarly(
  connections: ReadonlySet<LoadingConnection>,
  state: Uint8Array,
): Promise<void> {
  if (state.length < longRecord) return;
  const end = performance.now() + questionTime;
  do await pause(1);
  while (performance.now() < end && [...connections].some((connection) => connection.silent));
  const answer = answerFrame(state);
  for (const connection of connections) connection.answerEarly(answer);
  // The sockets take it in before the building begins.
  await pause(1);
}
