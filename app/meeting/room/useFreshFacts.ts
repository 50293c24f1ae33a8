import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { closeReason } from "~/record/live/connectionStatus";
import { useLiveStatus } from "~/record/live/LiveRecord";

/** Fetches the page's data again; asked in the middle of it, once more when that is done instead of cutting it off. */
function useFetchAgain(): () => void {
  const { revalidate, state } = useRevalidator();
  const { state: moving } = useNavigation();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked || state !== "idle" || moving !== "idle") return;
    setAsked(false);
    revalidate();
  }, [asked, state, moving, revalidate]);
  return useCallback(() => setAsked(true), []);
}

/**
 * Fetches the facts of the day again when the server says that they have changed, or that the record is another
 * one now: with its epoch the page enters that. Where something written here is still on its way, what the page
 * says of it stays until the reader loads it anew.
 */
export function useFreshFacts(): void {
  const { news, link, closedCode, pending, drafts } = useLiveStatus();
  const fetchAgain = useFetchAgain();
  const facts = news && `${news.epoch}/${news.state}/${news.facts}`;
  const seen = useRef<string | null>(null);
  const arrived = useRef(false);
  useEffect(() => {
    if (facts === null) return;
    if (seen.current !== null && seen.current !== facts) fetchAgain();
    seen.current = facts;
  }, [facts, fetchAgain]);
  const replaced = link === "closed" && closedCode !== null && closeReason(closedCode) === "oldEpoch";
  const nothingOpen = pending + drafts === 0;
  useEffect(() => {
    if (replaced && nothingOpen) fetchAgain();
  }, [replaced, nothingOpen, fetchAgain]);
  const synced = link === "synced";
  useEffect(() => {
    if (!synced) return;
    // Coming back, anything may have happened, one's own right included.
    if (arrived.current) fetchAgain();
    arrived.current = true;
  }, [synced, fetchAgain]);
}
