import { useTranslation } from "~/i18n/useTranslation";
import type { Requirement } from "./completeness";
import "./problem.css";

/** What a problem still lacks before its list can be submitted, in short words; or that it is complete. */
export function Lacking({ missing }: { missing: readonly Requirement[] }) {
  const { t } = useTranslation();
  if (missing.length === 0) return <span className="muted">{t("problem.list.complete")}</span>;
  return (
    <span className="lacking">
      {missing.map((one) => t(`problem.short.${one}`)).join(t("ui.filter.and"))}
    </span>
  );
}
