import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, oneForm } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { LibraryView } from "~/meeting/library/LibraryView";
import { putOnAgendaForm } from "~/meeting/library/libraryForm";
import { putOnAgenda } from "~/meeting/library/putOnAgenda.server";
import { showLibrary } from "~/meeting/library/showLibrary.server";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("agenda.library.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showLibrary(actor, now));
}

export const action = oneForm(
  act(
    putOnAgendaForm,
    ({ actor, now }, input) => putOnAgenda(actor, input, now),
    ({ input }) => meetingAddress(input, "agenda"),
  ),
);

export default function TopicLibraryRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { t } = useTranslation();
  return (
    <div className="stack">
      <PageHead title={t("agenda.library.title")} />
      <p className="prose">{t("agenda.library.lead")}</p>
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <LibraryView page={page} />
    </div>
  );
}
