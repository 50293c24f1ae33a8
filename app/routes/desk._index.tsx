import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seesContents } from "~/access/actor";
import { requireActor } from "~/access/request.server";
import { resourcesAddress } from "~/address/resources";
import { useTranslation } from "~/i18n/useTranslation";
import { ButtonLink } from "~/ui/ButtonLink";
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
  const groups = await myWork(actor, now);
  return { groups, others: await otherPosts(actor, now), matches: seesContents(actor), now };
}

export default function MyWorkPage() {
  const { groups, others, matches, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHead
        title={t("nav.desk")}
        actions={
          matches && (
            <ButtonLink variant="quiet" to={resourcesAddress}>
              {t("resource.title")}
            </ButtonLink>
          )
        }
      />
      {groups.length > 0 ? (
        <WorkList groups={groups} now={now} />
      ) : (
        <EmptyState title={t("task.work.emptyTitle")}>{t("task.work.emptyText")}</EmptyState>
      )}
      <OtherPosts posts={others} />
    </>
  );
}
