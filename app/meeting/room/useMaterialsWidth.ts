import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";

const kept = "huishang:materials-width";
const usual = 352;
const [least, most] = [240, 720];

const within = (width: number) => Math.min(most, Math.max(least, Math.round(width)));

/** Reads the width that this browser keeps; the usual one where it keeps none. */
function keptWidth(): number {
  try {
    return within(Number(window.localStorage.getItem(kept)) || usual);
  } catch {
    return usual;
  }
}

/**
 * The width of the materials in pixels, drawn at their edge or set there with the arrow keys, and kept on this device.
 * @param pane whose frame the width is for
 */
export function useMaterialsWidth(pane: RefObject<HTMLElement>) {
  const [width, setWidth] = useState(keptWidth);
  const from = useRef<{ x: number; width: number } | null>(null);
  useEffect(() => {
    const room = pane.current?.closest<HTMLElement>(".room");
    room?.style.setProperty("--materials", `${width}px`);
    try {
      window.localStorage.setItem(kept, String(width));
    } catch {
      // A browser that keeps nothing begins with the usual width.
    }
  }, [pane, width]);
  return {
    width,
    "aria-valuemin": least,
    "aria-valuemax": most,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, width };
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current) setWidth(within(from.current.width + event.clientX - from.current.x));
    },
    onPointerUp: () => {
      from.current = null;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = event.key === "ArrowRight" ? 16 : event.key === "ArrowLeft" ? -16 : 0;
      if (step === 0) return;
      event.preventDefault();
      setWidth(within(width + step));
    },
  };
}
