import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { meetingAddress } from "~/address/meetings";
import { newKey } from "~/ui/OnceKey";
import { keepVisit } from "./keepVisit.client";
import type { VisitPage } from "./showVisit.server";
import {
  forgetWaiting,
  type HeldUp,
  keepWaiting,
  sendWaiting,
  type Waiting,
  waitingOf,
} from "./visitOutbox.client";

// Milliseconds after which it is tried again where nobody answered.
const again = 15_000;

/** What a page can do with notes and photos that the phone keeps until they are sent. */
export interface VisitOutbox {
  waiting: readonly Waiting[];
  /** What keeps the platform from taking it now, and passes. */
  heldUp: HeldUp;
  /** The phone could not keep something: it must not be lost from the page. */
  failed: boolean;
  /** Keeps a note; answers whether it is kept. */
  addNote(text: string): Promise<boolean>;
  addFiles(files: Iterable<File>): Promise<void>;
  giveUp(order: number): Promise<void>;
}

/**
 * Keeps notes and photos of a visit on the phone and sends them in order, now or once there is a network again; each
 * is taken once. Keeps the page too, so that it opens without a network.
 */
export function useVisitOutbox({ me, meeting, visit, entries, files }: VisitPage): VisitOutbox {
  const { personId } = me;
  const { revalidate } = useRevalidator();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [failed, setFailed] = useState(false);
  const [heldUp, setHeldUp] = useState<HeldUp>(null);
  const sending = useRef<Promise<HeldUp> | null>(null);
  const look = useCallback(async () => setWaiting(await waitingOf(personId)), [personId]);
  const send = useCallback(async () => {
    // What was kept while others are being sent follows in the next round.
    await sending.current;
    sending.current ??= sendWaiting(personId, async () => {
      await look();
      revalidate();
    }).finally(() => {
      sending.current = null;
    });
    setHeldUp(await sending.current);
  }, [personId, look, revalidate]);

  // What the page shows anew is kept anew.
  const shown = `${visit.version} ${entries.length} ${files.files.length}`;
  useEffect(() => {
    if (shown) void keepVisit(personId);
  }, [personId, shown]);
  useEffect(() => {
    const quietly = () => void send().catch(() => setFailed(true));
    look().then(quietly, () => setFailed(true));
    const timer = setInterval(quietly, again);
    window.addEventListener("online", quietly);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", quietly);
    };
  }, [look, send]);

  const keep = async (more: Pick<Waiting, "text" | "file">): Promise<boolean> => {
    const about = { personId, visitId: visit.id, page: meetingAddress(meeting, `research/${visit.id}`) };
    try {
      await keepWaiting({ key: newKey(), ...about, at: new Date().toISOString(), ...more });
      await look();
    } catch {
      setFailed(true);
      return false;
    }
    void send();
    return true;
  };
  return {
    ...{ waiting, failed, heldUp },
    addNote: (text) => keep({ text }),
    async addFiles(files) {
      for (const file of [...files]) await keep({ text: "", file });
    },
    async giveUp(order) {
      await forgetWaiting(order);
      await look();
    },
  };
}
