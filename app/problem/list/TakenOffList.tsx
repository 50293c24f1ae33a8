import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import type { ListView } from "./showList.server";

/** What was taken off the list, each to be put back while the list may change. */
export function TakenOffList({ rows }: { rows: ListView["takenOff"] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <details className="fold no-print">
      <summary className="btn btn-quiet btn-small">
        {t("problem.list.takenOff", { count: rows.length })}
      </summary>
      <ul className="taken-off fold-body">
        {rows.map(({ listingId, number, title }) => (
          <li key={listingId}>
            <Link to={problemAddress(number)}>
              <span className="num">{number}</span> {title || t("problem.untitled")}
            </Link>
            <OnceForm preventScrollReset>
              <input type="hidden" name="listingId" value={listingId} />
              <Button size="small" name="intent" value="putBack">
                {t("problem.list.putBack")}
              </Button>
            </OnceForm>
          </li>
        ))}
      </ul>
    </details>
  );
}
