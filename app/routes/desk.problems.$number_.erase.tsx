import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { type Asked, act, intents, showOnce } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { problemAddress, problemsAddress } from "~/address/problems";
import { ChooseWords } from "~/erasure/ChooseWords";
import { ErasureQuestion } from "~/erasure/ErasureQuestion";
import { eraseWords } from "~/erasure/eraseWords.server";
import { erasureForm } from "~/erasure/erasureForm";
import type { ErasurePreview } from "~/erasure/erasurePreview";
import { PastErasures } from "~/erasure/PastErasures";
import { previewErasure } from "~/erasure/previewErasure.server";
import { showErasure } from "~/erasure/showErasure.server";
import { useTranslation } from "~/i18n/useTranslation";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Words } from "~/ui/Words";

export const handle = {
  title: pageTitle<typeof loader>(({ page }, t) => `${t("erasure.title")} ${page.number}`),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { page: valueOrThrow(await showErasure(actor, params.number!)), now };
}

const numberOf = ({ params }: Pick<Asked, "params">) => params.number!;

export const action = intents({
  preview: showOnce(erasureForm, (asked, input) =>
    previewErasure(asked.actor, { ...input, number: numberOf(asked) }),
  ),
  erase: act(
    erasureForm,
    (asked, input) => eraseWords(asked.actor, { ...input, number: numberOf(asked) }, asked.now),
    (went) => `${problemAddress(numberOf(went))}/erase?done`,
  ),
});

export default function ErasePage() {
  const { page, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const done = useSearchParams()[0].has("done") && !answer;
  const preview = answer?.shownOnce ? (JSON.parse(answer.shownOnce) as ErasurePreview) : undefined;
  const { refusal } = answer ?? {};
  return (
    <div className="stack">
      <PageHead
        title={t("erasure.title")}
        number={page.number}
        crumbs={[
          { label: t("problem.browse.title"), to: problemsAddress },
          { label: page.number, to: problemAddress(page.number) },
        ]}
      />
      <p className="prose">
        <Words text={page.title} />
      </p>
      {refusal && refusal.code !== "invalid" && (
        <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />
      )}
      {done && <Notice tone="success">{t("erasure.done")}</Notice>}
      <PastErasures past={page.past} now={now} />
      {preview ? (
        <ErasureQuestion preview={preview} />
      ) : (
        <ChooseWords key={page.version} page={page} reply={answer?.reply} />
      )}
    </div>
  );
}
