import { useTranslation } from "~/i18n/useTranslation";
import { DutyLink, DutyWarning } from "~/problem/duty/DutyNote";
import { DutyProposals } from "~/problem/duty/DutyProposals";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import type { ProblemView } from "./showProblem.server";

/** The duty that a problem falls under, or those that it may fall under, for whoever can still say so. */
export function ProblemDuty({ view }: { view: Pick<ProblemView, "duty" | "proposals"> }) {
  const { t } = useTranslation();
  const { duty, proposals } = view;
  if (duty)
    return (
      <section className="section stack-tight">
        <h2>{t("duty.proposal.taken")}</h2>
        <p>
          <DutyLink duty={duty} />
        </p>
        <DutyWarning duty={duty} />
      </section>
    );
  if (proposals.length === 0) return null;
  return (
    <section className="section stack-tight">
      <h2>{t("duty.proposal.title")}</h2>
      <p className="muted small">{t("duty.proposal.hint")}</p>
      <DutyProposals
        proposals={proposals}
        taking={({ id }) => (
          <OnceForm preventScrollReset>
            <input type="hidden" name="dutyItemId" value={id} />
            <Button size="small" name="intent" value="takeDuty">
              {t("duty.proposal.take")}
            </Button>
          </OnceForm>
        )}
      />
    </section>
  );
}
