import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";

/** Props of {@link ErrorPage}. */
export interface ErrorPageProps {
  /** 404, 403, 500 … */
  code: number | string;
  title: string;
  /** What happened and what to do now. */
  text: string;
  /** Where the way back leads. */
  home?: string;
  /** A way on besides. */
  children?: ReactNode;
}

/** A page that could not be shown: says what happened and what to do. Plain links: script may be what failed. */
export function ErrorPage({ code, title, text, home = "/", children }: ErrorPageProps) {
  const { t } = useTranslation();
  return (
    <div className="error-page">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
      <p>
        <a href={home}>{t("ui.error.home")}</a>
      </p>
      <p className="muted small num">{t("ui.error.code", { code })}</p>
    </div>
  );
}
