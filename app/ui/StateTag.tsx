import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./Shape";

/** What a state means to the reader. `official` is kept for what has been issued. */
export type Tone = "neutral" | "info" | "good" | "warn" | "bad" | "official";

const usualShape: Record<Tone, ShapeName> = {
  neutral: "circle",
  info: "half",
  good: "check",
  warn: "triangle",
  bad: "cross",
  official: "seal",
};

/** Props of {@link StateTag}. */
export interface StateTagProps {
  tone: Tone;
  /** Left out: the tone's usual shape. */
  shape?: ShapeName;
  children: ReactNode;
}

/** A state as word, shape and colour. */
export function StateTag({ tone, shape = usualShape[tone], children }: StateTagProps) {
  return (
    <span className={`tag tone-${tone}`}>
      <Shape name={shape} />
      <span className="tag-word">{children}</span>
    </span>
  );
}
