/** A place on the page, as `DOMRect` has it. */
export interface PlaceOnPage {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Something that moved by itself: nobody here had pressed or typed anything that could have moved it. */
export interface Shift {
  /** In milliseconds, by the clock of events. */
  at: number;
  from: PlaceOnPage;
  to: PlaceOnPage;
}

/** A press, as an event has it. */
export interface Press {
  at: number;
  x: number;
  y: number;
}

/** For how long after it has moved something is not pressed: about as long as a hand needs to notice. */
export const noticed = 500;

const lies = ({ x, y }: Press, { left, top, right, bottom }: PlaceOnPage) =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Whether a press hits what came where another thing had lain a moment before, for which it was meant. */
export function isOvertaken(press: Press, shifts: readonly Shift[]): boolean {
  const lately = shifts.filter(({ at }) => press.at - at < noticed);
  const came = lately.some(({ from, to }) => lies(press, to) && !lies(press, from));
  return came && lately.some(({ from, to }) => lies(press, from) && !lies(press, to));
}
