import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import type { OwnSignIn } from "./showOwnAccount.server";

function End({ signIn }: { signIn: OwnSignIn }) {
  const { t } = useTranslation();
  if (signIn.here) return <StateTag tone="good">{t("account.signIns.here")}</StateTag>;
  return (
    <OnceForm>
      <input type="hidden" name="id" value={signIn.id} />
      <Button size="small" name="intent" value="endSignIn">
        {t("account.signIns.end")}
      </Button>
    </OnceForm>
  );
}

/** Where somebody is signed in, each to be ended. */
export function OwnSignIns({ signIns, now }: { signIns: OwnSignIn[]; now: string }) {
  const { t } = useTranslation();
  const columns: Column<OwnSignIn>[] = [
    {
      key: "browser",
      head: t("account.signIns.browser"),
      cell: ({ browser }) => browser || t("account.signIns.unknown"),
    },
    {
      key: "address",
      head: t("account.signIns.address"),
      cell: ({ address }) => <span className="num">{address}</span>,
    },
    {
      key: "since",
      head: t("account.signIns.since"),
      cell: ({ createdAt }) => <DateText value={createdAt} now={now} withTime />,
    },
    {
      key: "used",
      head: t("account.signIns.used"),
      cell: ({ lastUsedAt }) => <DateText value={lastUsedAt} now={now} withTime />,
    },
    {
      key: "end",
      head: t("account.signIns.end"),
      headHidden: true,
      cell: (signIn) => <End signIn={signIn} />,
    },
  ];
  return (
    <section className="section stack">
      <h2>{t("account.signIns.title")}</h2>
      <p>{t("account.signIns.text")}</p>
      <DataTable
        caption={t("account.signIns.title")}
        captionHidden
        columns={columns}
        rows={signIns}
        rowKey={(signIn) => signIn.id}
      />
      {signIns.length > 1 && (
        <OnceForm>
          <Button name="intent" value="endOthers">
            {t("account.signIns.endOthers")}
          </Button>
        </OnceForm>
      )}
    </section>
  );
}
