import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { act, intents, showOnce } from "~/access/intents.server";
import { requireActor, sendTo, valueOrThrow } from "~/access/request.server";
import { handoverAddress, postAddress, unitAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Result } from "~/ledger/result";
import { ButtonLink } from "~/ui/ButtonLink";
import { loadAnew } from "~/ui/form/loadAnew";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { appointHolder } from "~/unit/appointHolder.server";
import { appointNewcomer } from "~/unit/appointNewcomer.server";
import { appointForm, appointNewcomerForm } from "~/unit/holdingForms";
import { InvitationLink } from "~/unit/InvitationLink";
import { linkOf } from "~/unit/invitationLink.server";
import { AppointForm, NewcomerForm } from "~/unit/PostForms";
import { PostHistory } from "~/unit/PostHistory";
import { appointSubstitute } from "~/unit/post/appointSubstitute.server";
import { ChangePostForm } from "~/unit/post/ChangePostForm";
import { changePost } from "~/unit/post/changePost.server";
import { closePost } from "~/unit/post/closePost.server";
import { endSubstitute } from "~/unit/post/endSubstitute.server";
import { changePostForm, closePostForm, endSubstituteForm, substituteForm } from "~/unit/post/postForms";
import { StandIns } from "~/unit/post/StandIns";
import { SubstituteForm } from "~/unit/post/SubstituteForm";
import { type PostPage, showPost } from "~/unit/showPost.server";

export const shouldRevalidate = loadAnew;

export const handle = { title: pageTitle<typeof loader>(({ title }, _, language) => named(title, language)) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const page = valueOrThrow(
    await showPost(actor, { slug: params.slug ?? "", postId: params.post ?? "" }, now),
  );
  if (page.unit.slug !== params.slug) throw sendTo(postAddress(page.unit.slug, page.id));
  return page;
}

/** The forms of a post go the same way. */
const postAct = <Schema extends z.ZodType>(
  schema: Schema,
  perform: (actor: Actor, input: z.output<Schema>, now: string) => Promise<Result<unknown>>,
) =>
  act(
    schema,
    ({ actor, now }, input) => perform(actor, input, now),
    ({ params }) => postAddress(params.slug ?? "", params.post ?? ""),
  );

export const action = intents({
  appoint: postAct(appointForm, appointHolder),
  newcomer: showOnce(appointNewcomerForm, async ({ actor, now, request }, input) =>
    linkOf(request, await appointNewcomer(actor, input, now)),
  ),
  change: postAct(changePostForm, changePost),
  closePost: act(
    closePostForm,
    ({ actor, now }, input) => closePost(actor, input, now),
    ({ value }) => unitAddress(value.slug),
  ),
  substitute: postAct(substituteForm, appointSubstitute),
  endSubstitute: postAct(endSubstituteForm, endSubstitute),
});

function Administration({ page, edit }: { page: PostPage; edit: NonNullable<PostPage["edit"]> }) {
  const answer = useActionData<typeof action>();
  const answered = answer?.reply;
  const held = page.holdings.filter(({ standsIn }) => !standsIn);
  const present = held.find(({ over, fromDay }) => !over && fromDay <= page.today);
  const next = held.some(({ fromDay }) => fromDay > page.today);
  const mayBeFilled = !next && (!present || present.toDay !== null);
  return (
    <div className="grid-2" key={`${page.holdings.length} ${present?.id ?? "vacant"} ${edit.version}`}>
      {mayBeFilled && <NewcomerForm postId={page.id} today={page.today} answered={answered} />}
      {mayBeFilled && <AppointForm postId={page.id} today={page.today} answered={answered} />}
      <SubstituteForm postId={page.id} today={page.today} answered={answered} />
      <ChangePostForm
        page={page}
        edit={edit}
        answer={answer?.typed?.intent === "change" ? answer : undefined}
      />
    </div>
  );
}

function Deputy({ page }: { page: PostPage }) {
  const { t, i18n } = useTranslation();
  if (!page.deputy) return null;
  const { unit, id, title } = page.deputy;
  return (
    <p>
      {t("unit.deputy.is")} <Link to={postAddress(unit.slug, id)}>{named(title, i18n.language)}</Link>
    </p>
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
          { label: unit, to: unitAddress(page.unit.slug) },
        ]}
        actions={
          page.handOver && <ButtonLink to={handoverAddress(page.handOver)}>{t("handover.toPage")}</ButtonLink>
        }
      />
      {answer?.typed?.intent === "endSubstitute" && answer.refusal && (
        <RefusalNotice messageKey={`refusal.${answer.refusal.code}`} />
      )}
      {answer?.typed?.intent === "closePost" && answer.refusal && (
        <RefusalNotice messageKey={`refusal.${answer.refusal.code}`} />
      )}
      <InvitationLink link={answer?.shownOnce} />
      {page.closed && <Notice>{t("registry.postClosed")}</Notice>}
      {page.vacant && !page.closed && page.holdings.length > 0 && <Notice>{t("unit.post.vacant")}</Notice>}
      <StandIns page={page} />
      <Deputy page={page} />
      <PostHistory page={page} />
      {page.edit && !page.closed && <Administration page={page} edit={page.edit} />}
    </div>
  );
}
