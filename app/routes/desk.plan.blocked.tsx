import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { blockedAddress, planAddress } from "~/address/plans";
import { dayOf } from "~/calendar/day";
import { useTranslation } from "~/i18n/useTranslation";
import { BlockDaysForm } from "~/plan/blocked/BlockDaysForm";
import { BlockedTable } from "~/plan/blocked/BlockedTable";
import { blockDays } from "~/plan/blocked/blockDays.server";
import { blockDaysForm, unblockDaysForm } from "~/plan/blocked/blockedForm";
import { showBlocked } from "~/plan/blocked/showBlocked.server";
import { unblockDays } from "~/plan/blocked/unblockDays.server";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";

export const handle = { title: pageTitle<typeof loader>((_page, t) => t("planning.blocked.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showBlocked(actor, now));
}

export const action = intents({
  block: act(
    blockDaysForm,
    ({ actor, now }, input) => blockDays(actor, input, now),
    () => blockedAddress,
  ),
  unblock: act(
    unblockDaysForm,
    ({ actor, now }, input) => unblockDays(actor, input, now),
    () => blockedAddress,
  ),
});

export default function BlockedRoute() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { t } = useTranslation();
  const year = Number(dayOf(page.now).slice(0, 4));
  return (
    <div className="stack-wide">
      <PageHead
        title={t("planning.blocked.title")}
        crumbs={[{ label: t("plan.title", { year }), to: planAddress(year) }]}
      />
      <p className="prose">{t("planning.blocked.lead")}</p>
      <BlockedTable page={page} />
      <BlockDaysForm key={page.rows.length} posts={page.posts} reply={reply} />
    </div>
  );
}
