import { type RefObject, useEffect } from "react";
import { isOvertaken, noticed, type Shift } from "./steadyPress";

// Not in the types of the DOM yet; browsers without it leave presses as they are.
interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
  sources: { previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}

// A page that has just come finds its places: that is nobody's doing.
const settling = 1_000;

/** Watches what moves by itself; gives what has moved of late. */
function watchShifts(): { lately: () => Shift[]; stop: () => void } {
  let shifts: Shift[] = [];
  const settled = performance.now() + settling;
  const take = (entries: PerformanceEntryList) => {
    for (const entry of entries as LayoutShift[])
      if (!entry.hadRecentInput && entry.startTime > settled)
        for (const { previousRect: from, currentRect: to } of entry.sources)
          shifts.push({ at: entry.startTime, from, to });
    shifts = shifts.filter(({ at }) => performance.now() - at < noticed);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "layout-shift" });
  return {
    lately: () => {
      take(observer.takeRecords());
      return shifts;
    },
    stop: () => observer.disconnect(),
  };
}

const pressable = "button, a, label, summary, [role=tab], [role=option]";

/**
 * Lets no press hit what came under the pointer by itself a moment before, because others moved or added something, nor
 * the second press of a double one hit another thing than the first. Keys press what has the focus, as ever.
 */
export function useSteadyPress(box: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = box.current;
    if (!element || !PerformanceObserver.supportedEntryTypes?.includes("layout-shift")) return;
    const { lately, stop } = watchShifts();
    let first: Element | null = null;
    function onClick(event: MouseEvent) {
      const target = event.target instanceof Element ? event.target.closest(pressable) : null;
      const other = event.detail > 1 && first !== target;
      if (event.detail === 1) first = target;
      // A key has no place.
      if (!target || event.detail === 0) return;
      const press = { at: event.timeStamp, x: event.clientX, y: event.clientY };
      if (!other && !isOvertaken(press, lately())) return;
      event.preventDefault();
      event.stopPropagation();
    }
    element.addEventListener("click", onClick, true);
    return () => {
      element.removeEventListener("click", onClick, true);
      stop();
    };
  }, [box]);
}
