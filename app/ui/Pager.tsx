import { Link } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";

/** Props of {@link Pager}. */
export interface PagerProps {
  previousHref?: string;
  nextHref?: string;
  /** Which part is shown: "WJC-2026-0101 – 0150". */
  shown?: string;
}

/** Paging by key: there is a previous and a next, and no page numbers that could shift. */
export function Pager({ previousHref, nextHref, shown }: PagerProps) {
  const { t } = useTranslation();
  if (previousHref === undefined && nextHref === undefined) return null;
  return (
    <nav className="pager" aria-label={t("ui.pager.label")}>
      {previousHref !== undefined && (
        <Link className="btn btn-secondary" rel="prev" to={previousHref}>
          <span aria-hidden="true">←</span> {t("ui.pager.previous")}
        </Link>
      )}
      {shown && <span className="muted num">{shown}</span>}
      {nextHref !== undefined && (
        <Link className="btn btn-secondary" rel="next" to={nextHref}>
          {t("ui.pager.next")} <span aria-hidden="true">→</span>
        </Link>
      )}
    </nav>
  );
}
