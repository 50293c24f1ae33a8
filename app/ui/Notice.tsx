import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "./Shape";

/** Props of {@link Notice}. */
export interface NoticeProps {
  tone?: "info" | "success";
  /** Replaces the word beside the mark ("Note", "Done"). */
  title?: string;
  children: ReactNode;
}

/** Something to know here (`info`), or what has just been done (`success`). */
export function Notice({ tone = "info", title, children }: NoticeProps) {
  const { t } = useTranslation();
  const success = tone === "success";
  return (
    <div className={`notice ${success ? "tone-good" : "tone-info"}`} role={success ? "status" : "note"}>
      <p className="notice-mark">
        <Shape name={success ? "check" : "half"} />
        <span>{title ?? (success ? t("ui.notice.success") : t("ui.notice.info"))}</span>
      </p>
      <div className="notice-body">{children}</div>
    </div>
  );
}
