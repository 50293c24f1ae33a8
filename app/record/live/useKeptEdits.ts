import { useEffect, useState } from "react";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { copyName } from "./LiveConnection.client";
import { useLive, useLiveStatus } from "./LiveRecord";
import { beyond, type LostEdits, type StateVector, stateVector } from "./lostEdits";
import { keptEpochs } from "./useHandover";

/** Reads one copy that this device keeps, held against the record as it is. */
async function readCopy(
  which: { room: string; epoch: number; personId: string },
  known: StateVector,
): Promise<LostEdits> {
  const document = new Y.Doc();
  const name = copyName(which);
  const copy = new IndexeddbPersistence(name, document);
  await copy.whenSynced;
  const lost = beyond(document, known);
  await copy.destroy();
  document.destroy();
  return {
    epoch: which.epoch,
    ...lost,
    forget: async () => {
      const again = new IndexeddbPersistence(name, new Y.Doc());
      await again.whenSynced;
      await again.clearData();
    },
  };
}

/**
 * What this device keeps of a record that its person may no longer write, beyond the record as it is: a copy
 * of an earlier epoch has grown into the present one, so the same state tells what is new in it.
 * @param wanted nothing is read until the server has said that it does not take it
 */
export function useKeptEdits(wanted: boolean): LostEdits[] {
  const { connection, document } = useLive();
  const { link } = useLiveStatus();
  const [kept, setKept] = useState<LostEdits[]>([]);
  const ready = wanted && link === "synced" && !connection.entrance.writes;
  useEffect(() => {
    if (!ready || typeof indexedDB === "undefined") return;
    let left = false;
    const { room, personId } = connection.entrance;
    async function run() {
      const known = stateVector(document);
      const found: LostEdits[] = [];
      for (const epoch of await keptEpochs(room, personId))
        found.push(await readCopy({ room, epoch, personId }, known));
      if (!left) setKept(found);
    }
    void run();
    return () => {
      left = true;
    };
  }, [ready, connection, document]);
  return kept;
}
