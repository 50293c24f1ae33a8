import { meetingAddress } from "~/address/meetings";
import type { Refusal } from "~/ledger/result";
import type { LostEdits } from "~/record/live/lostEdits";

/** What became of handing in: kept (anew, before, or not needed), refused, or not heard. */
export type HandInOutcome =
  | { handedIn: "stored" | "known" | "nothing" }
  | { refusal: Refusal }
  | "signedOut"
  | "noAnswer";

/** Edits as the form carries them. */
export function asBase64(bytes: Uint8Array): string {
  let text = "";
  // Called with too many arguments, `fromCharCode` would overflow the stack.
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

/** Hands edits in as a proposed correction. Never throws: what was written must stay on the page. */
export async function sendHandIn(slug: string, lost: LostEdits): Promise<HandInOutcome> {
  const body = new URLSearchParams({ epoch: String(lost.epoch), edits: asBase64(lost.edits) });
  try {
    const answer = await fetch(meetingAddress({ slug }, "corrections/hand-in"), {
      method: "POST",
      body,
    });
    if (answer.status === 401) return "signedOut";
    return (await answer.json()) as HandInOutcome;
  } catch {
    return "noAnswer";
  }
}
