import { useTranslation } from "~/i18n/useTranslation";
import { buttonClass } from "./Button";

/** Leads to a list as a file: the same columns, rows and order as on the page. */
export function ExportLink({ to }: { to: string }) {
  const { t } = useTranslation();
  return (
    <a className={buttonClass("quiet")} href={to}>
      {t("lists.export")}
    </a>
  );
}
