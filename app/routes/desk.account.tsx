import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangePasswordForm } from "~/access/account/ChangePasswordForm";
import { changePassword } from "~/access/account/changePassword.server";
import { endOtherSignIns, endOwnSignIn, ownSignInForm } from "~/access/account/endOwnSignIn.server";
import { changePasswordForm } from "~/access/account/newPassword";
import { OwnSignIns } from "~/access/account/OwnSignIns";
import { showOwnAccount } from "~/access/account/showOwnAccount.server";
import { callerOf } from "~/access/caller.server";
import { signedInHeaders } from "~/access/cookie.server";
import { emptyForm } from "~/access/formFields";
import { act, intents } from "~/access/intents.server";
import { requireActor, retryHeaders } from "~/access/request.server";
import { ownAccountAddress } from "~/address/accounts";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";

export const headers = retryHeaders;
export const handle = { title: pageTitle<typeof loader>((_, t) => t("account.own")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const changed = new URL(request.url).searchParams.has("changed");
  return { ...(await showOwnAccount(actor, now)), changed };
}

export const action = intents({
  changePassword: act(
    changePasswordForm,
    ({ actor, now, request, context }, input) =>
      changePassword(actor, input, callerOf(request, context), now),
    ({ value }) => ({ to: `${ownAccountAddress}?changed`, headers: signedInHeaders(value) }),
  ),
  endSignIn: act(
    ownSignInForm,
    ({ actor, now }, input) => endOwnSignIn(actor, input, now),
    () => ownAccountAddress,
  ),
  endOthers: act(
    emptyForm,
    ({ actor, now }) => endOtherSignIns(actor, now),
    () => ownAccountAddress,
  ),
});

export default function OwnAccountPage() {
  const page = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const words = (name: { zh: string; en: string }) => named(name, i18n.language);
  return (
    <div className="stack-wide">
      <PageHead title={t("account.own")} />
      {page.changed && <Notice tone="success">{t("account.password.changed")}</Notice>}
      <dl className="facts">
        <div>
          <dt>{t("account.name")}</dt>
          <dd>{page.name}</dd>
        </div>
        <div>
          <dt>{t("account.account")}</dt>
          <dd>{page.account}</dd>
        </div>
        <div>
          <dt>{t("account.posts")}</dt>
          <dd>
            {page.posts
              .map((post) => `${words(post.unitName)} ${words(post.title)}`)
              .join(t("ui.filter.and"))}
          </dd>
        </div>
      </dl>
      <OwnSignIns signIns={page.signIns} now={page.now} />
      <ChangePasswordForm answer={useActionData<typeof action>()} />
    </div>
  );
}
