import { useCallback, useEffect, useRef, useState } from "react";
import { listTopics, readCall, readSession } from "~/record/document/record";
import type { PagePoint } from "~/record/editor/TopicEditor";
import { useLive, useRecord } from "~/record/live/LiveRecord";

/** The topic this page has open, and how to open another one. */
export interface OpenTopic {
  id: string | null;
  /** The topic the room is on. */
  currentId: string | null;
  /** Where writing begins, once, after opening. */
  begin: PagePoint | "end" | null;
  to: (id: string, begin?: PagePoint | "end") => void;
  /** Opens the topic the room is on, and goes on with the room. */
  follow: () => void;
  /** Whoever leads has called everybody to the topic the room is on, and somebody was writing here. */
  called: boolean;
}

interface Chosen {
  id: string | null;
  begin: PagePoint | "end" | null;
  /** Goes where the room goes. */
  follows: boolean;
}

function isWriting(): boolean {
  const active = document.activeElement;
  return (
    active instanceof HTMLElement && (active.isContentEditable || active.matches("input, textarea, select"))
  );
}

function linkedTopic(): string | null {
  return /^#topic-([A-Za-z0-9_-]{1,64})$/.exec(window.location.hash)?.[1] ?? null;
}

/**
 * Which topic is open here. The page goes with the room until somebody opens another topic; and it never
 * takes away the topic in which somebody is writing.
 */
export function useOpenTopic(): OpenTopic {
  const { connection } = useLive();
  const ids = useRecord("topics", (document) => listTopics(document).map((topic) => topic.id));
  const { currentTopicId: currentId } = useRecord("session", readSession);
  const calledAt = useRecord("session", readCall);
  const heard = useRef(calledAt);
  const [called, setCalled] = useState(false);
  const fallback = currentId ?? ids[0] ?? null;
  const [chosen, setChosen] = useState<Chosen>(() => {
    const linked = linkedTopic();
    return { id: linked ?? fallback, begin: null, follows: linked === null };
  });
  useEffect(() => {
    setChosen((now) => {
      if (!now.follows || now.id === currentId || currentId === null) return now;
      return isWriting() ? { ...now, follows: false } : { id: currentId, begin: null, follows: true };
    });
  }, [currentId]);
  // Nobody is torn away from what they write: then the call is shown, and stays until it is followed.
  useEffect(() => {
    if (calledAt === heard.current) return;
    heard.current = calledAt;
    if (isWriting()) setCalled(true);
    else setChosen({ id: currentId, begin: null, follows: true });
  }, [calledAt, currentId]);
  const id = chosen.id !== null && ids.includes(chosen.id) ? chosen.id : fallback;
  useEffect(() => connection.awareness.setLocalStateField("topic", id), [connection, id]);
  const to = useCallback(
    (next: string, begin?: PagePoint | "end") =>
      setChosen((now) => ({ id: next, begin: begin ?? null, follows: now.follows && next === now.id })),
    [],
  );
  const follow = useCallback(() => {
    setCalled(false);
    setChosen({ id: currentId, begin: null, follows: true });
  }, [currentId]);
  const begin = chosen.id === id ? chosen.begin : null;
  return { id, currentId, begin, to, follow, called: called && id !== currentId };
}
