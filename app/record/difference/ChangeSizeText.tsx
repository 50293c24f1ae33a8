import { useTranslation } from "~/i18n/useTranslation";
import type { ChangeSize } from "./countChanges";

/** How much changed, in a few words. */
export function ChangeSizeText({ size }: { size: ChangeSize | null }) {
  const { t } = useTranslation();
  if (!size) return null;
  const { topics, resolutions, wordsAdded, wordsRemoved } = size;
  const parts = [
    topics > 0 && t("history.size.topics", { count: topics }),
    resolutions > 0 && t("history.size.resolutions", { count: resolutions }),
    wordsAdded > 0 && t("history.size.added", { count: wordsAdded }),
    wordsRemoved > 0 && t("history.size.removed", { count: wordsRemoved }),
  ].filter(Boolean);
  return (
    <span className="change-size small muted">
      {parts.length > 0 ? parts.join(t("history.comma")) : t("history.size.none")}
    </span>
  );
}
