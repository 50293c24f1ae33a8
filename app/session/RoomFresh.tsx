import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useLiveStatus } from "./LiveRecord";

/** Fetches the facts of the day again when the server says that they have changed. */
export function useFreshFacts(): void {
  const { news, link } = useLiveStatus();
  const { revalidate } = useRevalidator();
  const seen = useRef<string | null>(null);
  const state = news && `${news.epoch}/${news.state}/${news.facts}`;
  useEffect(() => {
    if (state === null || link !== "synced") return;
    // What the page was loaded with is what was true then; coming back, anything may have happened.
    if (seen.current !== null && seen.current !== state) revalidate();
    seen.current = state;
  }, [state, link, revalidate]);
}
