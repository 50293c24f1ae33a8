import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { Words } from "~/ui/Words";
import type { AgendaPage } from "./showAgenda.server";

/** Entries that were taken off the agenda; each comes back in one step. */
export function TakenOff({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  if (page.off.length === 0) return null;
  return (
    <details className="fold no-print">
      <summary className="btn btn-quiet btn-small">
        {t("session.agenda.off", { count: page.off.length })}
      </summary>
      <ul className="divided fold-body">
        {page.off.map(({ id, title }) => (
          <li key={id} className="cluster spread">
            <span>
              <Words text={title} />
            </span>
            {page.can.prepare && (
              <OnceForm preventScrollReset>
                <input type="hidden" name="topicId" value={id} />
                <Button size="small" name="intent" value="putBack">
                  {t("session.agenda.putBack")}
                </Button>
              </OnceForm>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
