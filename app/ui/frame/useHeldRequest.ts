import { useEffect, useState, useSyncExternalStore } from "react";
import { type HeldRequest, heldRequests, watchHeldRequests } from "~/ui/heldRequests";

const none: readonly HeldRequest[] = [];

/** What of the page waits to be sent again, all of it at once, and where on the page to say so; null while nothing does. */
export function useHeldRequest(): { request: HeldRequest; place: Element } | null {
  const held = useSyncExternalStore(watchHeldRequests, heldRequests, () => none);
  const place = useTopmost(held.length > 0);
  // What carries somebody's words comes first.
  const first = held.find((request) => request.writes) ?? held[0];
  if (!first || !place) return null;
  const again = () => {
    for (const request of held) request.again();
  };
  return { request: { ...first, again }, place };
}

/** Where something stands above everything else: in the open dialog, which lets nothing outside it be pressed. */
function useTopmost(needed: boolean): Element | null {
  const [place, setPlace] = useState<Element | null>(null);
  useEffect(() => {
    if (needed) setPlace([...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body);
  }, [needed]);
  return needed ? place : null;
}
