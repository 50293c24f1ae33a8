import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLiveStatus } from "./LiveRecord";

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

/** Fetches the facts of the day again when the server says that they have changed. */
export function useFreshFacts(): void {
  const { news, link } = useLiveStatus();
  const fetchAgain = useFetchAgain();
  const facts = news && `${news.epoch}/${news.state}/${news.facts}`;
  const seen = useRef<string | null>(null);
  const arrived = useRef(false);
  useEffect(() => {
    if (facts === null) return;
    if (seen.current !== null && seen.current !== facts) fetchAgain();
    seen.current = facts;
  }, [facts, fetchAgain]);
  const synced = link === "synced";
  useEffect(() => {
    if (!synced) return;
    // Coming back, anything may have happened, one's own right included.
    if (arrived.current) fetchAgain();
    arrived.current = true;
  }, [synced, fetchAgain]);
}
