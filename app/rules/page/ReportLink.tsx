import { Link } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";

/** Leads to where somebody says what hurts about a rule: the form of the page, with the rule chosen. */
export function ReportLink({ rule, name }: { rule: string; name: string }) {
  const { t } = useTranslation();
  return (
    <Link
      className="small no-print"
      to={`?rule=${rule}#feedback`}
      aria-label={t("rules.feedback.sayOf", { rule: name })}
    >
      {t("rules.feedback.say")}
    </Link>
  );
}
