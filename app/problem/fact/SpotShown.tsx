import { useTranslation } from "~/i18n/useTranslation";
import { SketchMap, type SketchPin } from "~/unit/sketch/SketchMap";
import { readSpot } from "~/unit/sketch/sketch";
import type { SketchArea } from "~/unit/sketch/sketchOf.server";

interface SpotShownProps {
  areas: readonly SketchArea[] | null;
  problem: { number: string; title: string; spot: string | null };
  /** Others on the same sketch. */
  others?: readonly SketchPin[];
  small?: boolean;
}

/** Where a problem is on its street's sketch; nothing where it has no place there. */
export function SpotShown({ areas, problem, others = [], small }: SpotShownProps) {
  const { t } = useTranslation();
  const spot = readSpot(problem.spot);
  if (!spot || !areas || areas.length === 0) return null;
  const own = { ...spot, key: problem.number, label: `${problem.number} ${problem.title}` };
  return (
    <figure className="stack-tight">
      <figcaption className="muted small">
        {t("sketch.spot.field")}
        {others.length > 0 && ` · ${t("sketch.list.also")}`}
      </figcaption>
      <SketchMap areas={areas} pins={[own, ...others]} label={t("sketch.spot.map")} small={small} />
    </figure>
  );
}
