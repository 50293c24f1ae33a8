import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useLiveStatus } from "./LiveRecord";

/** Fetches the facts of the day again when the server says that they have changed. */
export function useFreshFacts(): void {
  const { news, link } = useLiveStatus();
  const { revalidate } = useRevalidator();
  const facts = news && `${news.epoch}/${news.state}/${news.facts}`;
  const seen = useRef<string | null>(null);
  const arrived = useRef(false);
  useEffect(() => {
    if (facts === null) return;
    if (seen.current !== null && seen.current !== facts) revalidate();
    seen.current = facts;
  }, [facts, revalidate]);
  const synced = link === "synced";
  useEffect(() => {
    if (!synced) return;
    // Coming back, anything may have happened, one's own right included.
    if (arrived.current) revalidate();
    arrived.current = true;
  }, [synced, revalidate]);
}
