import { eraseAddress, listAddress } from "~/address/problems";
import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { longestReason } from "~/problem/late/lateRequest";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import type { ProblemView } from "./showProblem.server";

/** What the reader can do with a problem: change it on its list, erase words, list it again, ask for it late. */
export function ProblemActions({ view }: { view: ProblemView }) {
  const { t, i18n } = useTranslation();
  const { editOn, erase, listAgainOn, askLateOn } = view.can;
  const { number } = view.problem;
  return (
    <>
      {editOn && (
        <ButtonLink to={`${listAddress(editOn, view.units.street?.slug ?? "")}?edit=${number}`}>
          {t("problem.page.edit")}
        </ButtonLink>
      )}
      {erase && (
        <ButtonLink variant="quiet" to={eraseAddress(number)}>
          {t("erasure.open")}
        </ButtonLink>
      )}
      {listAgainOn && (
        <ConfirmButton
          variant="secondary"
          label={t("problem.page.again")}
          consequence={
            <p>{t("problem.page.againText", { month: writtenMonth(listAgainOn, i18n.language, true) })}</p>
          }
          action=""
          name="intent"
          value="listAgain"
          hidden={{ month: listAgainOn }}
        >
          {view.channel && view.channel.channel !== "list" && (
            <PlainTextArea name="reason" label={t("lists.channel.reason")} required maxLength={500} />
          )}
        </ConfirmButton>
      )}
      {askLateOn && (
        <ConfirmButton
          variant="secondary"
          label={t("problem.late.ask")}
          consequence={<p>{t("problem.late.askText")}</p>}
          action=""
          name="intent"
          value="askLate"
          hidden={{ month: askLateOn }}
        >
          <PlainTextArea
            name="reason"
            label={t("problem.late.reason")}
            hint={t("problem.late.reasonHint")}
            required
            maxLength={longestReason}
          />
        </ConfirmButton>
      )}
    </>
  );
}
