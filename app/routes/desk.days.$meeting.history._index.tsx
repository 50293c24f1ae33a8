import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Asked, act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import type { MeetingPlace } from "~/address/meetings";
import { writtenMonth } from "~/calendar/writtenDate";
import { refuse } from "~/ledger/result";
import { present } from "~/meeting/conduct/present";
import { HistoryView } from "~/meeting/history/HistoryView";
import { keepVersion } from "~/meeting/history/keepVersion.server";
import { readSeen, writeUnit } from "~/meeting/history/restorePart";
import { type Restored, restoreWording } from "~/meeting/history/restoreWording.server";
import { showHistory } from "~/meeting/history/showHistory.server";
import { type JustRestored, keepForm, restoreForm } from "~/meeting/history/versionLabel";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("history.title", { month: writtenMonth(data.day.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const one = (name: string) => asked.get(name) ?? undefined;
  const pair = { from: one("from"), to: one("to"), older: one("older"), restored: restoredOf(asked) };
  const language = requestLanguage(request);
  return valueOrThrow(await showHistory(actor, params.month ?? "", { ...pair, language }, now));
}

function restoredOf(asked: URLSearchParams): JustRestored | undefined {
  const beforeId = asked.get("before");
  if (!beforeId) return undefined;
  return { beforeId, parts: asked.get("parts") ?? "", left: Number(asked.get("left")) || 0 };
}

// An address has its bounds; beyond them the way back leads through the comparison.
const longestAddress = 6_000;

/** The page after bringing back: the same comparison, and the way back. */
function afterRestoring(versionId: string, { beforeId, units, left }: Restored): MeetingPlace {
  const parts = units.map(writeUnit).join(" ");
  const fields = new URLSearchParams({ from: versionId, to: present, before: beforeId, left: String(left) });
  if (parts.length <= longestAddress) fields.set("parts", parts);
  return `history?${fields}`;
}

const month = ({ params }: Asked) => params.month ?? "";

export const action = intents({
  keep: act(
    keepForm,
    (asked, input) => keepVersion(asked.actor, { ...input, month: month(asked) }, asked.now),
    ({ params }) => `/desk/days/${params.month}/history`,
  ),
  restore: act(
    restoreForm,
    async (asked, { versionId, ...input }) => {
      const seen = readSeen(input.seen);
      if (!seen) return refuse("invalid", { field: "seen" });
      return restoreWording(asked.actor, { month: month(asked), versionId, seen }, asked.now);
    },
    ({ params, input, value }) => `/desk/days/${params.month}/${afterRestoring(input.versionId, value)}`,
  ),
});

export default function HistoryRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <HistoryView page={page} refusal={refusal} />;
}
