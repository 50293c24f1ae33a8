import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CalendarFeed } from "~/access/account/CalendarFeed";
import { ChangePasswordForm } from "~/access/account/ChangePasswordForm";
import { changePassword } from "~/access/account/changePassword.server";
import { endOtherSignIns, endOwnSignIn, ownSignInForm } from "~/access/account/endOwnSignIn.server";
import { feedForm } from "~/access/account/feedForm";
import { endFeed, makeFeed } from "~/access/account/feedToken.server";
import { changePasswordForm } from "~/access/account/newPassword";
import { OwnSignIns } from "~/access/account/OwnSignIns";
import { showOwnAccount } from "~/access/account/showOwnAccount.server";
import { callerOf } from "~/access/caller.server";
import { signedInHeaders } from "~/access/cookie.server";
import { emptyForm } from "~/access/formFields";
import { act, intents, showOnce } from "~/access/intents.server";
import { originOf, requireActor, retryHeaders } from "~/access/request.server";
import { feedAddress, ownAccountAddress } from "~/address/accounts";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { done } from "~/ledger/result";
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
  makeFeed: showOnce(feedForm, async ({ actor, now, request }, { language }) => {
    const made = await makeFeed(actor, language, now);
    return made.ok ? done(originOf(request) + feedAddress(made.value.token)) : made;
  }),
  endFeed: act(
    emptyForm,
    ({ actor, now }) => endFeed(actor, now),
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
  const answer = useActionData<typeof action>();
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
      <CalendarFeed madeAt={page.feedMadeAt} link={answer?.shownOnce} now={page.now} />
      <ChangePasswordForm answer={answer} />
    </div>
  );
}
