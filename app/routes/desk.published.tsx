import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { publicDaysAddress } from "~/address/residents";
import { useTranslation } from "~/i18n/useTranslation";
import { listPublishing } from "~/outcome/publishing/listPublishing.server";
import { PublishingList } from "~/outcome/publishing/PublishingList";
import { ButtonLink } from "~/ui/ButtonLink";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";

export const handle = { title: pageTitle<typeof loader>((_page, t) => t("nav.published")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { now, ...valueOrThrow(await listPublishing(actor)) };
}

export default function PublishedRoute() {
  const { lines, can, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const count = lines.reduce((sum, line) => sum + line.waiting, 0);
  return (
    <div className="stack">
      <PageHead
        title={t("nav.published")}
        next={
          can.publish && count > 0
            ? { what: t("outcome.look.next", { count }), who: t("meeting.who.office") }
            : undefined
        }
        actions={
          <ButtonLink reloadDocument to={publicDaysAddress}>
            {t("plan.link.public")}
          </ButtonLink>
        }
      />
      <p className="muted">
        {t("outcome.look.listLead")} {can.publish && t("outcome.look.listDo")}
      </p>
      <PublishingList lines={lines} now={now} />
    </div>
  );
}
