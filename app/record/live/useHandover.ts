import { useEffect, useState } from "react";
import { isHandedOver } from "./connectionStatus";
import { LiveConnection, type LiveEntrance } from "./LiveConnection.client";
import type { LiveRecord } from "./LiveRecord";

/** What became of edits that did not reach the record: written here too late, or kept by this device from before. */
export type Handover = "nothing" | "handedOver" | "notAccepted";

const patience = 60_000;

/** Epochs of the copies that somebody's browser keeps of a record. */
export async function keptEpochs(room: string, personId: string): Promise<number[]> {
  // Where the browser cannot list them, they wait for one that can.
  const databases = (await indexedDB.databases?.()) ?? [];
  return databases.flatMap(({ name }) => {
    const [product, of, epoch, whose] = (name ?? "").split(":");
    return product === "huishang" && of === room && whose === personId ? [Number(epoch)] : [];
  });
}

/** Opens one copy, brings what is in it to the server, and forgets it when it is of no more use. */
function handOver(entrance: LiveEntrance): { done: Promise<Handover>; stop: () => void } {
  const connection = new LiveConnection(entrance);
  let answer: (outcome: Handover) => void;
  const done = new Promise<Handover>((resolve) => {
    answer = resolve;
  });
  let held = 0;
  connection.subscribe(() => {
    const { link, pending, closedCode } = connection.getStatus();
    held = Math.max(held, pending);
    if (link === "closed" && closedCode !== null)
      answer(isHandedOver(closedCode) && held > 0 ? "handedOver" : held > 0 ? "notAccepted" : "nothing");
    // All of it is on the server already.
    if (link === "synced" && pending === 0) void connection.dropCopy().then(() => answer("nothing"));
  });
  const timer = setTimeout(() => answer("nothing"), patience);
  const stop = () => {
    clearTimeout(timer);
    connection.destroy();
  };
  void done.then(stop);
  return { done, stop };
}

/**
 * Brings to the server what this device kept of a record that is now another one, or that may no longer be
 * written: it becomes a proposed correction there.
 * @param live the record that the page has open, for what it wrote too late itself
 */
export function useHandover(
  { room, epoch, personId, writes }: LiveEntrance,
  live: LiveRecord | null,
): Handover {
  const [outcome, setOutcome] = useState<Handover>("nothing");
  useEffect(() => {
    // A moment later the page knows that it only reads and enters anew; what was said here must stay said.
    return live?.connection.subscribe(() => {
      const { link, pending, closedCode } = live.connection.getStatus();
      if (link === "closed" && closedCode !== null && isHandedOver(closedCode) && pending > 0)
        setOutcome("handedOver");
    });
  }, [live]);
  useEffect(() => {
    let stop = () => {};
    let left = false;
    async function run() {
      if (typeof indexedDB === "undefined") return;
      for (const kept of await keptEpochs(room, personId)) {
        if (left || (writes && kept === epoch)) continue;
        const one = handOver({ room, epoch: kept, personId, writes: true, handsOver: true });
        stop = one.stop;
        const became = await one.done;
        if (!left && became !== "nothing") setOutcome(became);
      }
    }
    void run();
    return () => {
      left = true;
      stop();
    };
  }, [room, epoch, personId, writes]);
  return outcome;
}
