import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { emptyForm } from "~/access/formFields";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { planAddress, takeoverAddress } from "~/address/plans";
import { dayOf } from "~/calendar/day";
import { useTranslation } from "~/i18n/useTranslation";
import { choicesForm, undoForm } from "~/plan/takeover/choices";
import { showTakeover } from "~/plan/takeover/showTakeover.server";
import { TakeoverView } from "~/plan/takeover/TakeoverView";
import { takeOver } from "~/plan/takeover/takeOver.server";
import { chooseForLedger, dropLedger, uploadLedger } from "~/plan/takeover/takeoverUpload.server";
import { undoTakeover } from "~/plan/takeover/undoTakeover.server";
import { uploadForm } from "~/problem/import/chosenColumns";
import { pageTitle } from "~/ui/pageTitle";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("takeover.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showTakeover(actor, now));
}

const here = () => takeoverAddress;

export const action = intents(
  {
    upload: act(
      uploadForm,
      async ({ actor, now }, { file = new File([], "") }) =>
        uploadLedger(actor, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, now),
      here,
    ),
    choose: act(choicesForm, ({ actor, now }, input) => chooseForLedger(actor, input, now), here),
    take: act(
      emptyForm,
      ({ actor, now }) => takeOver(actor, now),
      ({ value }) => `${takeoverAddress}?tasks=${value.tasks}`,
    ),
    drop: act(emptyForm, ({ actor, now }) => dropLedger(actor, now), here),
    undo: act(undoForm, ({ actor, now }, input) => undoTakeover(actor, input, now), here),
  },
  // More than a file may have, so that one somewhat too large is refused beside its field.
  { bounds: { megabytes: 6, files: true } },
);

export default function TakeoverRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const year = dayOf(page.now).slice(0, 4);
  const crumb = { label: t("plan.title", { year }), to: planAddress(year) };
  return (
    <TakeoverView page={page} refusal={answer?.refusal} refusedAct={answer?.typed?.intent} crumb={crumb} />
  );
}
