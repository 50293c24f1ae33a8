/** The marks a state may carry; each is told from the others without colour. */
export type ShapeName =
  | "circle"
  | "half"
  | "disc"
  | "triangle"
  | "square"
  | "check"
  | "cross"
  | "dash"
  | "seal"
  | "pause";

const drawings: Record<ShapeName, JSX.Element> = {
  circle: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  disc: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  triangle: <path d="M6 1 11.5 11h-11z" fill="currentColor" />,
  square: <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />,
  check: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />,
  cross: <path d="m2 2 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="2" />,
  dash: <path d="M1.5 6h9" fill="none" stroke="currentColor" strokeWidth="2" />,
  seal: (
    <>
      <rect x="1" y="1" width="10" height="10" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="3.5" y="3.5" width="5" height="5" fill="currentColor" />
    </>
  ),
  pause: <path d="M3.5 1.5v9m5-9v9" fill="none" stroke="currentColor" strokeWidth="2" />,
};

/** A small mark in the colour of the text beside it. It never stands alone, so it is silent to screen readers. */
export function Shape({ name }: { name: ShapeName }) {
  return (
    <svg className="shape" data-shape={name} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
