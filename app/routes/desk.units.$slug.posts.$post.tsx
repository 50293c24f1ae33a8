import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { act, intents, showOnce } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Result } from "~/ledger/result";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { appointHolder } from "~/unit/appointHolder.server";
import { appointNewcomer } from "~/unit/appointNewcomer.server";
import { appointForm, appointNewcomerForm, leavePostForm } from "~/unit/holdingForms";
import { InvitationLink } from "~/unit/InvitationLink";
import { linkOf } from "~/unit/invitationLink.server";
import { leavePost } from "~/unit/leavePost.server";
import { AppointForm, LeaveForm, NewcomerForm } from "~/unit/PostForms";
import { PostHistory } from "~/unit/PostHistory";
import { type PostPage, showPost } from "~/unit/showPost.server";

export const handle = { title: pageTitle<typeof loader>(({ title }, _, language) => named(title, language)) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showPost(actor, { slug: params.slug ?? "", postId: params.post ?? "" }, now));
}

/** The forms of a post go the same way. */
const postAct = <Schema extends z.ZodType>(
  schema: Schema,
  perform: (actor: Actor, input: z.output<Schema>, now: string) => Promise<Result<unknown>>,
) =>
  act(
    schema,
    ({ actor, now }, input) => perform(actor, input, now),
    ({ params }) => `/desk/units/${params.slug}/posts/${params.post}`,
  );

export const action = intents({
  appoint: postAct(appointForm, appointHolder),
  newcomer: showOnce(appointNewcomerForm, async ({ actor, now, request }, input) =>
    linkOf(request, await appointNewcomer(actor, input, now)),
  ),
  leave: postAct(leavePostForm, leavePost),
});

function Administration({ page }: { page: PostPage }) {
  const answered = useActionData<typeof action>()?.reply;
  const present = page.holdings.find(({ over, fromDay }) => !over && fromDay <= page.today);
  const next = page.holdings.some(({ fromDay }) => fromDay > page.today);
  const mayBeFilled = !next && (!present || present.toDay !== null);
  return (
    <div className="grid-2" key={present?.id ?? "vacant"}>
      {present && <LeaveForm holdingId={present.id} today={page.today} answered={answered} />}
      {mayBeFilled && <NewcomerForm postId={page.id} today={page.today} answered={answered} />}
      {mayBeFilled && <AppointForm postId={page.id} today={page.today} answered={answered} />}
    </div>
  );
}

export default function PostPageRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, i18n } = useTranslation();
  const unit = named(page.unit.name, i18n.language);
  return (
    <div className="stack-wide">
      <PageHead
        title={named(page.title, i18n.language)}
        number={`${t("unit.post.role")}: ${t(`unit.role.${page.role}`)}`}
        crumbs={[
          { label: t("unit.title"), to: "/desk/units" },
          { label: unit, to: `/desk/units/${page.unit.slug}` },
        ]}
      />
      <InvitationLink link={answer?.shownOnce} />
      {page.vacant && page.holdings.length > 0 && <Notice>{t("unit.post.vacant")}</Notice>}
      <PostHistory page={page} />
      {page.can.appoint && <Administration page={page} />}
    </div>
  );
}
