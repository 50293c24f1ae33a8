import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";

/** One link of the chain from a resident's words to an outcome. */
export interface TraceLink {
  key: string;
  /** What it is: "Listing", "Resolution". */
  kind: string;
  /** Which one: its number or a short name; left out where nothing stands yet. */
  label?: ReactNode;
  to?: string;
  /** The page being read. */
  here?: boolean;
}

function TraceLabel({ link }: { link: TraceLink }) {
  const { t } = useTranslation();
  if (link.here)
    return (
      <strong aria-current="page">
        {link.label}
        <span className="visually-hidden"> ({t("ui.trace.here")})</span>
      </strong>
    );
  if (link.to !== undefined) return <Link to={link.to}>{link.label}</Link>;
  return <span className="muted">{link.label ?? "—"}</span>;
}

/** The chain across the top of a problem or a task: words → listing → topic → resolution → task → look-backs → outcome. */
export function Trace({ links }: { links: readonly TraceLink[] }) {
  const { t } = useTranslation();
  return (
    <nav className="trace" aria-label={t("ui.trace.label")}>
      <ol>
        {links.map((link) => (
          <li key={link.key} data-here={link.here ? "" : undefined}>
            <span className="trace-kind">{link.kind}</span>
            <span className="trace-label">
              <TraceLabel link={link} />
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
