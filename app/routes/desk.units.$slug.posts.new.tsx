import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, oneForm } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { postAddress, unitAddress, unitsAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { AddPostForm } from "~/unit/post/AddPostForm";
import { addPost } from "~/unit/post/addPost.server";
import { addPostForm } from "~/unit/post/postForms";
import { preparePost } from "~/unit/post/preparePost.server";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("registry.addPost")) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  return valueOrThrow(await preparePost(actor, params.slug ?? ""));
}

export const action = oneForm(
  act(
    addPostForm,
    ({ actor, now }, input) => addPost(actor, input, now),
    ({ value }) => postAddress(value.slug, value.postId),
  ),
);

export default function NewPostPage() {
  const { unit, roles } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>()?.reply;
  const { t, i18n } = useTranslation();
  return (
    <div className="stack">
      <PageHead
        title={t("registry.addPost")}
        crumbs={[
          { label: t("unit.title"), to: unitsAddress },
          { label: named(unit.name, i18n.language), to: unitAddress(unit.slug) },
        ]}
      />
      <p className="prose">{t("registry.addPostLead")}</p>
      <AddPostForm unit={unit.slug} roles={roles} answered={answered} />
    </div>
  );
}
