import type { Resolution } from "~/record/document/resolutions";
import type { ResourceKind } from "~/record/document/resourceKind";

/** A promise as it is written into the slip of a resolution. */
export interface SlipPromise {
  /** Names it on the slip: GJ-2026-0003-1. */
  number: string;
  kind: ResourceKind;
  /** All that the slip says of it, its number included. */
  words: string;
}

type Slip = Pick<Resolution, "resourceKind" | "resourceText">;

const between = "；";
const marked = (number: string) => `（${number}）`;

/** Whether a slip names a promise already. */
export function isOnSlip({ resourceText }: Pick<Slip, "resourceText">, { number }: SlipPromise): boolean {
  return resourceText.includes(marked(number));
}

/** A slip with a promise on it: behind what stands there; its kind is that of what was there first. */
export function withPromise(slip: Slip, promise: SlipPromise): Slip {
  if (isOnSlip(slip, promise)) return slip;
  const said = slip.resourceText.trim();
  return {
    resourceKind: slip.resourceKind === "none" ? promise.kind : slip.resourceKind,
    resourceText: said ? `${said}${between}${promise.words}` : promise.words,
  };
}

/** A slip without a promise that was taken back; what people wrote around it stays. */
export function withoutPromise(slip: Slip, promise: Pick<SlipPromise, "number">): Slip {
  const kept = slip.resourceText
    .split(between)
    .filter((part) => !part.includes(marked(promise.number)))
    .join(between)
    .trim();
  if (kept === slip.resourceText.trim()) return slip;
  return { resourceKind: kept === "" ? "none" : slip.resourceKind, resourceText: kept };
}
