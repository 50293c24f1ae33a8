import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/access/request.server";
import { useTranslation } from "~/i18n/useTranslation";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { myWork } from "~/work/myWork.server";
import { OtherPosts } from "~/work/OtherPosts";
import { otherPosts } from "~/work/otherPosts.server";
import { WorkList } from "~/work/WorkList";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("nav.desk")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { groups: await myWork(actor, now), others: await otherPosts(actor, now), now };
}

export default function MyWorkPage() {
  const { groups, others, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t("nav.desk")} />
      {groups.length > 0 ? (
        <WorkList groups={groups} now={now} />
      ) : (
        <EmptyState title={t("task.work.emptyTitle")}>{t("task.work.emptyText")}</EmptyState>
      )}
      <OtherPosts posts={others} />
    </>
  );
}
