import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, oneForm } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAddress, meetingsAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { CallMeetingForm } from "~/meeting/call/CallMeetingForm";
import { callMeetingForm } from "~/meeting/call/callForm";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import { prepareCall } from "~/meeting/call/prepareCall.server";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>(({ kind }, t) =>
    t("meeting.call.title", { kind: t(`meeting.kind.${kind}`) }),
  ),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const kind = new URL(request.url).searchParams.get("kind") ?? "weekly";
  return valueOrThrow(await prepareCall(actor, kind, now));
}

export const action = oneForm(
  act(
    callMeetingForm,
    ({ actor, now }, input) => callMeeting(actor, input, now),
    ({ value }) => meetingAddress(value),
  ),
);

export default function CallMeetingRoute() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { t } = useTranslation();
  return (
    <div className="stack">
      <PageHead
        title={t("meeting.call.title", { kind: t(`meeting.kind.${page.kind}`) })}
        crumbs={[{ label: t("meeting.list.title"), to: meetingsAddress }]}
      />
      <p className="prose">{t("meeting.call.lead")}</p>
      <CallMeetingForm page={page} reply={reply} />
    </div>
  );
}
