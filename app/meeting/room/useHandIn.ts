import { useEffect, useState } from "react";
import type { LiveRecord } from "~/record/live/LiveRecord";
import type { LostEdits } from "~/record/live/lostEdits";
import { type HandInOutcome, sendHandIn } from "./sendHandIn";

/** How far handing in has come; what it came to, once it is known. */
export type HandInStage = "offered" | "busy" | HandInOutcome;

/** The office has it, or has no need of it. */
export const isTaken = (stage: HandInStage): stage is Extract<HandInOutcome, { handedIn: string }> =>
  typeof stage === "object" && "handedIn" in stage;

/** Hands everything in, one after the other; what was taken is let go of on this device. */
async function handInAll(slug: string, lost: readonly LostEdits[]): Promise<HandInOutcome> {
  let outcome: HandInOutcome = { handedIn: "nothing" };
  for (const one of lost) {
    const answer = await sendHandIn(slug, one);
    if (!isTaken(answer)) return answer;
    await one.forget();
    if (answer.handedIn !== "nothing") outcome = answer;
  }
  return outcome;
}

/** Handing in, and how far it has come. */
export interface HandingIn {
  stage: HandInStage;
  start(lost: readonly LostEdits[]): Promise<void>;
}

/**
 * What is being handed in, or was: known to the whole room, because a page that has lost its right enters anew
 * meanwhile. Over once its person writes again.
 */
export function useHandIn(slug: string, live: LiveRecord | null): HandingIn {
  const [stage, setStage] = useState<HandInStage>("offered");
  useEffect(
    () =>
      live?.connection.subscribe(() => {
        const writes = live.connection.entrance.writes && live.connection.getStatus().link === "synced";
        if (writes) setStage("offered");
      }),
    [live],
  );
  async function start(lost: readonly LostEdits[]) {
    setStage("busy");
    setStage(await handInAll(slug, lost));
  }
  return { stage, start };
}
