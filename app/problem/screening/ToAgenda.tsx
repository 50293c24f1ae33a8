import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { OnceForm } from "~/ui/OnceForm";
import type { ScreeningView } from "./showScreening.server";

/** How many problems are admitted, against what the rules allow on one day. */
export function AdmittedCount({ view }: { view: ScreeningView }) {
  const { t } = useTranslation();
  const { admitted, most } = view.agenda;
  if (view.rows.length === 0) return null;
  return (
    <p className="screening-count" data-over={admitted > most ? "" : undefined}>
      {t("screening.admitted", { count: admitted, most })}
      {admitted > most && ` ${t("screening.over", { count: admitted - most })}`}
    </p>
  );
}

/** The step after screening: begins the agenda once everything is decided, and leads to it from then on. */
export function ToAgenda({ view }: { view: ScreeningView }) {
  const { t } = useTranslation();
  const { day, rows, can } = view;
  const to = meetingAddress({ slug: day.month }, "agenda");
  if (day.stage === "collecting" || day.stage === "planned") return null;
  if (day.stage !== "screening") return <ButtonLink to={to}>{t("screening.toAgenda")}</ButtonLink>;
  if (!can.decide || rows.length === 0 || rows.some((row) => row.state === "submitted")) return null;
  return (
    <OnceForm action={to}>
      <Button variant="primary" name="intent" value="start">
        {t("problem.screening.nextDone")}
      </Button>
    </OnceForm>
  );
}
