import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { withWords } from "./Words";

/** One step on the way down to a page. */
export interface Crumb {
  label: string;
  to: string;
}

/** What happens next here. */
export interface NextStep {
  /** "Confirm the agenda" */
  what: ReactNode;
  /** Who must do it. */
  who?: ReactNode;
  /** Until when: a DateText. */
  by?: ReactNode;
}

/** Props of {@link PageHead}. */
export interface PageHeadProps {
  title: ReactNode;
  /** The human number: WJC-2026-0137. */
  number?: string;
  /** A StateTag. */
  state?: ReactNode;
  next?: NextStep;
  /** Buttons, the most likely first. */
  actions?: ReactNode;
  crumbs?: readonly Crumb[];
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav className="crumbs" aria-label={t("ui.page.crumbs")}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Next({ next }: { next: NextStep }) {
  const { t } = useTranslation();
  return (
    <dl className="page-next">
      <div className="page-next-what">
        <dt>{t("ui.page.next")}</dt>
        <dd>{next.what}</dd>
      </div>
      {next.who && (
        <div>
          <dt>{t("ui.page.who")}</dt>
          <dd>{next.who}</dd>
        </div>
      )}
      {next.by && (
        <div>
          <dt>{t("ui.page.by")}</dt>
          <dd>{next.by}</dd>
        </div>
      )}
    </dl>
  );
}

/** The head of every page of work: title with number and state, then what happens next and who must do it. */
export function PageHead({ title, number, state, next, actions, crumbs }: PageHeadProps) {
  return (
    <header className="page-head">
      {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <div className="page-title">
        <div className="page-name">
          <h1>{withWords(title)}</h1>
          {(number || state) && (
            <p className="page-marks">
              {number && <span className="page-number num">{number}</span>}
              {state}
            </p>
          )}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {next && <Next next={next} />}
    </header>
  );
}
