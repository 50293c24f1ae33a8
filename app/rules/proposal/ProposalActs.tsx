import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import type { ProposalPage } from "./showProposal.server";

interface ActsProps {
  page: ProposalPage;
}

/** For the office: putting the proposal before those who adopt it, and taking it back. */
export function OfficeActs({ page }: ActsProps) {
  const { t } = useTranslation();
  const hidden = { version: String(page.version) };
  const common = { action: "", name: "intent", hidden };
  return (
    <>
      {page.state !== "proposed" && (
        <ConfirmButton
          {...common}
          variant="primary"
          label={t("rules.proposal.submit")}
          consequence={<p>{t("rules.proposal.submitText")}</p>}
          value="submit"
        />
      )}
      <ConfirmButton
        {...common}
        label={t("rules.proposal.withdraw")}
        consequence={<p>{t("rules.proposal.withdrawText")}</p>}
        value="withdraw"
      />
    </>
  );
}

/** For those who adopt it: adopting the proposal as it is shown, or refusing it with words. */
export function AdopterActs({ page }: ActsProps) {
  const { t } = useTranslation();
  const hidden = { version: String(page.version) };
  const common = { action: "", name: "intent", hidden };
  return (
    <>
      <ConfirmButton
        {...common}
        variant="primary"
        label={t("rules.proposal.adopt")}
        consequence={<p>{t("rules.proposal.adoptText")}</p>}
        value="adopt"
      />
      <ConfirmButton
        {...common}
        label={t("rules.proposal.refuse")}
        consequence={<p>{t("rules.proposal.refuseText")}</p>}
        value="refuse"
      >
        <PlainTextArea name="answer" label={t("rules.proposal.why")} required maxLength={500} />
      </ConfirmButton>
    </>
  );
}
