import { Form, Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "./Button";

/** A condition in force. */
export interface FilterChip {
  key: string;
  /** "lead: Construction" */
  text: string;
  /** The same list without it. */
  removeHref: string;
}

/** Props of {@link FilterSentence}. */
export interface FilterSentenceProps {
  /** What is listed: "tasks". */
  subject?: string;
  chips: readonly FilterChip[];
  clearHref?: string;
  /** Where the GET form goes; left out, this page. */
  action?: string;
  /** Plain named controls (see FilterSelect), each carrying its present value. */
  children?: ReactNode;
}

function Chip({ chip }: { chip: FilterChip }) {
  const { t } = useTranslation();
  return (
    <Link
      className="chip"
      to={chip.removeHref}
      preventScrollReset
      aria-label={t("ui.filter.remove", { text: chip.text })}
    >
      {chip.text}
      <span aria-hidden="true"> ×</span>
    </Link>
  );
}

/** What a list shows, as a sentence whose conditions can be removed one by one, and a form that changes them. */
export function FilterSentence({ subject, chips, clearHref, action, children }: FilterSentenceProps) {
  const { t } = useTranslation();
  return (
    <section className="filter" aria-label={t("ui.filter.label")}>
      <p className="filter-sentence">
        <span className="muted">{t("ui.filter.showing")}</span>{" "}
        {chips.length === 0 && <strong>{t("ui.filter.all")}</strong>}
        {chips.map((chip, at) => (
          <Fragment key={chip.key}>
            {at > 0 && <span className="filter-and">{t("ui.filter.and")}</span>}
            <Chip chip={chip} />
          </Fragment>
        ))}
        {subject && <span> {subject}</span>}
        {clearHref !== undefined && chips.length > 0 && (
          <Link className="filter-clear" to={clearHref} preventScrollReset>
            {t("ui.filter.clear")}
          </Link>
        )}
      </p>
      {children && (
        <details className="filter-more">
          <summary>{t("ui.filter.change")}</summary>
          <Form method="get" action={action} className="filter-form" preventScrollReset>
            {children}
            <Button variant="primary">{t("ui.filter.apply")}</Button>
          </Form>
        </details>
      )}
    </section>
  );
}
