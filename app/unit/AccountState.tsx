import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { StateTag } from "~/ui/StateTag";
import type { AccountListed } from "./showAccounts.server";

/** Whether somebody can get in: by password, by an invitation that is still good, or not at all. */
export function AccountState({ account, now }: { account: AccountListed; now: string }) {
  const { t } = useTranslation();
  const { hasPassword, invitedUntil } = account;
  return (
    <div className="cluster">
      {hasPassword && <StateTag tone="good">{t("account.state.active")}</StateTag>}
      {invitedUntil && (
        <span>
          <StateTag tone="info">{t("account.state.invited")}</StateTag>{" "}
          <DateText value={invitedUntil} now={now} />
        </span>
      )}
      {!hasPassword && !invitedUntil && <StateTag tone="warn">{t("account.state.none")}</StateTag>}
    </div>
  );
}
