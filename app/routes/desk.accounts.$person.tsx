import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents, showOnce } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { accountAddress, accountsAddress } from "~/address/accounts";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { OnceForm } from "~/ui/OnceForm";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { AccountFacts } from "~/unit/AccountFacts";
import { accountForm } from "~/unit/accountForm";
import { InvitationLink } from "~/unit/InvitationLink";
import { linkOf } from "~/unit/invitationLink.server";
import { invitePerson } from "~/unit/invitePerson.server";
import { showAccount } from "~/unit/showAccounts.server";
import { withdrawPassword } from "~/unit/withdrawPassword.server";

export const handle = { title: pageTitle<typeof loader>(({ name }) => name) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showAccount(actor, params.person ?? "", now));
}

export const action = intents({
  invite: showOnce(accountForm, async ({ actor, now, request }, input) =>
    linkOf(request, await invitePerson(actor, input, now)),
  ),
  withdrawPassword: act(
    accountForm,
    ({ actor, now }, input) => withdrawPassword(actor, input, now),
    ({ params }) => accountAddress(params.person ?? ""),
  ),
});

export default function AccountPageRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <div className="stack-wide">
      <PageHead
        title={page.name}
        number={page.account}
        crumbs={[
          { label: t("unit.title"), to: "/desk/units" },
          { label: t("account.title"), to: accountsAddress },
        ]}
      />
      {answer?.refusal && <RefusalNotice messageKey={`refusal.${answer.refusal.code}`} />}
      <InvitationLink link={answer?.shownOnce} />
      <AccountFacts page={page} />
      <section className="section stack">
        <h2>{t("account.invite.title")}</h2>
        <p className="prose">{t("account.invite.text")}</p>
        <OnceForm>
          <input type="hidden" name="personId" value={page.personId} />
          <Button variant="primary" name="intent" value="invite">
            {t("account.invite.submit")}
          </Button>
        </OnceForm>
      </section>
      {!page.own && (
        <section className="section stack">
          <h2>{t("account.withdraw.title")}</h2>
          <p className="prose">{t("account.withdraw.text")}</p>
          <ConfirmButton
            label={t("account.withdraw.submit")}
            consequence={t("account.withdraw.consequence", { name: page.name })}
            variant="danger"
            action=""
            name="intent"
            value="withdrawPassword"
            hidden={{ personId: page.personId }}
          />
        </section>
      )}
    </div>
  );
}
