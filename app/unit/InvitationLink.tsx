import { invitationDays } from "~/access/account/newPassword";
import { useTranslation } from "~/i18n/useTranslation";
import { CopyWords } from "~/ui/CopyWords";
import { Notice } from "~/ui/Notice";

/** The link of an invitation that was just made: shown on this page only, to be handed over. */
export function InvitationLink({ link }: { link: string | undefined }) {
  const { t } = useTranslation();
  if (!link) return null;
  return (
    <Notice tone="success" title={t("account.link.title")}>
      <div className="stack-tight">
        <p>{t("account.link.text", { days: invitationDays })}</p>
        <p>
          <code className="as-written">{link}</code>
        </p>
        <p>
          <CopyWords words={link} label={t("account.link.copy")} />
        </p>
      </div>
    </Notice>
  );
}
