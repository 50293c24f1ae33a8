import { onPlane, type Spot } from "./sketch";

/** What is known of a pointer over a sketch. */
interface Pointing {
  currentTarget: SVGElement;
  clientX: number;
  clientY: number;
}

/** Where on the plane a pointer is; null while the sketch is not drawn. */
export function spotOf({ currentTarget, clientX, clientY }: Pointing): Spot | null {
  const svg = currentTarget instanceof SVGSVGElement ? currentTarget : currentTarget.ownerSVGElement;
  const matrix = svg?.getScreenCTM();
  if (!matrix) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return onPlane({ x, y });
}
