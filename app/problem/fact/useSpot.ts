import { useEffect, useRef, useState } from "react";
import { fillIn } from "~/ui/fillIn";
import { areaAt, readSpot, type Spot, writeSpot } from "~/unit/sketch/sketch";
import type { SketchArea } from "~/unit/sketch/sketchOf.server";
import { useTyped } from "./useTyped";

const communityName = "communityId";

/**
 * The place in a form's field, and how to put it elsewhere. The community in which it lies is put into the field of the
 * community as long as that says nothing, or what was put there before; else one is asked.
 */
export function useSpot(name: string, initial: string, areas: readonly SketchArea[]) {
  const { box, value } = useTyped(initial);
  const proposed = useRef("");
  const [asked, setAsked] = useState<SketchArea | null>(null);
  const spot = readSpot(value);
  const area = spot && areaAt(areas, spot);
  const form = () => box.current?.closest("form");

  function say(community: SketchArea) {
    const to = form();
    if (to) fillIn(to, communityName, [community.id]);
    proposed.current = community.id;
    setAsked(null);
  }
  function propose(community: SketchArea | undefined) {
    const control = form()?.elements.namedItem(communityName);
    if (!(control instanceof HTMLSelectElement) || !community) return setAsked(null);
    const free = control.value === "" || control.value === proposed.current;
    if (free) say(community);
    else setAsked(control.value === community.id ? null : community);
  }
  function put(next: Spot | null) {
    const to = form();
    if (to) fillIn(to, name, [next ? writeSpot(next) : ""]);
    propose(next ? areaAt(areas, next) : undefined);
  }
  // Who chooses the community meanwhile has answered.
  useEffect(() => {
    const within = box.current?.closest("form");
    const onChange = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement && target.name === communityName) setAsked(null);
    };
    within?.addEventListener("change", onChange);
    return () => within?.removeEventListener("change", onChange);
  }, [box]);
  return { box, spot, area, asked, put, say, leave: () => setAsked(null) };
}
