import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Asked, act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { PublicationTexts } from "~/outcome/publishing/PublicationTexts";
import { PublishForm } from "~/outcome/publishing/PublishForm";
import { publishForm, withdrawForm } from "~/outcome/publishing/publicationForm";
import { publicationPage } from "~/outcome/publishing/publicationPage.server";
import { publishOutcome } from "~/outcome/publishing/publishOutcome.server";
import { WithdrawForm } from "~/outcome/publishing/WithdrawForm";
import { withdrawOutcome } from "~/outcome/publishing/withdrawOutcome.server";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { Words } from "~/ui/Words";

export const handle = {
  title: pageTitle<typeof loader>(({ number }, t) => `${t("outcome.publish.title")} ${number}`),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { ...valueOrThrow(await publicationPage(actor, params.number!, now)), now };
}

const toPage = ({ params }: Pick<Asked, "params">) => `/desk/tasks/${params.number}/publish`;

export const action = intents({
  publish: act(
    publishForm,
    ({ actor, now, params }, input) => publishOutcome(actor, { number: params.number!, ...input }, now),
    toPage,
  ),
  withdraw: act(
    withdrawForm,
    ({ actor, now, params }, input) => withdrawOutcome(actor, { number: params.number!, ...input }, now),
    toPage,
  ),
});

export default function PublishPage() {
  const page = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation();
  const reply = useActionData<typeof action>()?.reply;
  const replyTo = (intent: string) => (reply?.initialValue?.intent === intent ? reply : undefined);
  // What has been sent is empty again afterwards.
  const said = `${page.standing.length}+${page.withdrawn.length}`;
  return (
    <>
      <PageHead
        title={t("outcome.publish.title")}
        number={page.number}
        crumbs={[{ label: t("outcome.publish.toTask"), to: `/desk/tasks/${page.number}` }]}
      />
      <section className="section prose">
        <h2>{t("outcome.publish.promised")}</h2>
        <p>
          <strong>
            <Words text={page.title} />
          </strong>
        </p>
        <p>{page.residentText}</p>
        <p className="muted">{named(page.lead, i18n.language)}</p>
        {page.problemNumber && page.isPublic && (
          <p>
            <a href={`/matters/${page.problemNumber}`}>{t("outcome.publish.matterPage")}</a>
          </p>
        )}
      </section>
      <PublicationTexts page={page} now={page.now} />
      {page.can.withdraw && <WithdrawForm key={`withdraw ${said}`} reply={replyTo("withdraw")} />}
      {page.can.publish && <PublishForm key={`publish ${said}`} reply={replyTo("publish")} />}
      {!page.can.publish && !page.can.withdraw && (
        <Notice>{t(page.barred ? "refusal.doerMayNotJudge" : "outcome.publish.notYet")}</Notice>
      )}
    </>
  );
}
