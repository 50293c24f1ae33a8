import { useCallback, useEffect, useState } from "react";
import { meetingAddress } from "~/address/meetings";
import { useFacts } from "~/meeting/room/RoomFacts";
import { type Resolution, topicById } from "~/record/document/record";
import { useRecord } from "~/record/live/LiveRecord";
import { noHelp, type SlipHelp, slipQuery } from "./slipHelp";

// Milliseconds after the last key.
const askAfter = 500;

/**
 * What can be told of a slip, asked for anew whenever typing pauses while somebody is in it on this page: of what others
 * are writing, their own pages ask. It is only help: what cannot be answered leaves what was told as it is.
 */
export function useSlipHelp({ topicId, text }: Resolution): { help: SlipHelp; onFocus: () => void } {
  const { slug } = useFacts();
  const [help, setHelp] = useState(noHelp);
  const [entered, setEntered] = useState(false);
  const title = useRecord(
    "topics",
    (document) => (topicId ? (topicById(document, topicId)?.title ?? "") : ""),
    topicId ?? "",
  );
  const query = entered && topicId ? slipQuery({ topicId, title, words: text }) : "";
  useEffect(() => {
    if (query === "") {
      setHelp(noHelp);
      return;
    }
    const asked = new AbortController();
    const waiting = setTimeout(async () => {
      const found = await helpFor(slug, query, asked.signal).catch(() => null);
      if (found && !asked.signal.aborted) setHelp(found);
    }, askAfter);
    return () => {
      clearTimeout(waiting);
      asked.abort();
    };
  }, [slug, query]);
  return { help, onFocus: useCallback(() => setEntered(true), []) };
}

async function helpFor(slug: string, query: string, signal: AbortSignal): Promise<SlipHelp | null> {
  const headers = { Accept: "application/json" };
  const address = meetingAddress({ slug }, `slip-help?${query}`);
  const answer = await fetch(address, { signal, headers, redirect: "error" });
  return answer.ok ? ((await answer.json()) as SlipHelp) : null;
}
