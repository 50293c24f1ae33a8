import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { needAddress, resourcesAddress } from "~/address/resources";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { addNeed } from "~/meeting/resource/addNeed.server";
import { NeedForm } from "~/meeting/resource/page/NeedForm";
import { placeOfNeed } from "~/meeting/resource/placeOfNeed.server";
import { needForm, needPlace } from "~/meeting/resource/resourceForm";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { Words } from "~/ui/Words";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("resource.need.add")) };

/** What the address says the need is to stand on. */
const placeAsked = (request: Request) =>
  needPlace.parse(Object.fromEntries(new URL(request.url).searchParams));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { subject: valueOrThrow(await placeOfNeed(actor, placeAsked(request), now)).subject };
}

export const action = intents({
  add: act(
    needForm,
    ({ actor, now, request }, input) => addNeed(actor, { ...input, place: placeAsked(request) }, now),
    ({ value }) => needAddress(value.number),
  ),
});

export default function NewNeedPage() {
  const { subject } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const { on, number, title, meeting } = subject;
  return (
    <div className="stack">
      <PageHead
        title={t("resource.need.add")}
        crumbs={[{ label: t("resource.title"), to: resourcesAddress }]}
      />
      <p>
        <span className="muted">{t(`resource.on.${on}`)}</span>{" "}
        {number && <span className="num">{number}</span>} <Words text={title} />{" "}
        {meeting && <span className="muted">{meetingName(meeting)}</span>}
      </p>
      <NeedForm answer={answer} />
    </div>
  );
}
