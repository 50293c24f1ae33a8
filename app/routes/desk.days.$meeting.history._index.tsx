import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import type { MeetingPlace } from "~/address/meetings";
import { refuse } from "~/ledger/result";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { present } from "~/meeting/conduct/present";
import { HistoryView } from "~/meeting/history/HistoryView";
import { keepVersion } from "~/meeting/history/keepVersion.server";
import { readSeen, writeUnit } from "~/meeting/history/restorePart";
import { type Restored, restoreWording } from "~/meeting/history/restoreWording.server";
import { showHistory } from "~/meeting/history/showHistory.server";
import { type JustRestored, keepForm, restoreForm } from "~/meeting/history/versionLabel";
import { OverwrittenList } from "~/meeting/overwritten/OverwrittenList";
import { settleForm } from "~/meeting/overwritten/overwritten";
import { overwrittenOf } from "~/meeting/overwritten/overwrittenOf.server";
import { letWordsGo, putWordsBack } from "~/meeting/overwritten/settleWords.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("history"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const query = new URL(asked.request.url).searchParams;
  const one = (name: string) => query.get(name) ?? undefined;
  const pair = { from: one("from"), to: one("to"), older: one("older"), restored: restoredOf(query) };
  const language = requestLanguage(asked.request);
  const slug = meetingAsked(asked);
  const page = valueOrThrow(await showHistory(actor, slug, { ...pair, language }, now));
  return { ...page, overwritten: valueOrThrow(await overwrittenOf(actor, slug, now)) };
}

function restoredOf(query: URLSearchParams): JustRestored | undefined {
  const beforeId = query.get("before");
  if (!beforeId) return undefined;
  return {
    beforeId,
    parts: query.get("parts") ?? "",
    left: Number(query.get("left")) || 0,
    closed: query.get("closed") ?? "",
  };
}

// An address has its bounds; beyond them the way back leads through the comparison.
const longestAddress = 6_000;

/** The page after bringing back: the same comparison, and the way back. */
function afterRestoring(versionId: string, { beforeId, units, left, closed }: Restored): MeetingPlace {
  const parts = units.map(writeUnit).join(" ");
  const fields = new URLSearchParams({ from: versionId, to: present, before: beforeId, left: String(left) });
  if (parts.length <= longestAddress) fields.set("parts", parts);
  const closedParts = closed.map(writeUnit).join(" ");
  if (closed.length > 0 && closedParts.length <= longestAddress) fields.set("closed", closedParts);
  return `history?${fields}`;
}

export const action = intents({
  putWordsBack: meetingAct(settleForm, putWordsBack, "history#overwritten"),
  letWordsGo: meetingAct(settleForm, letWordsGo, "history#overwritten"),
  keep: meetingAct(keepForm, keepVersion, "history"),
  restore: meetingAct(
    restoreForm,
    async (actor, { slug, versionId, ...input }, now) => {
      const seen = readSeen(input.seen);
      if (!seen) return refuse("invalid", { field: "seen" });
      return restoreWording(actor, { slug, versionId, seen }, now);
    },
    ({ input, value }) => afterRestoring(input.versionId, value),
  ),
});

export default function HistoryRoute() {
  const { overwritten, ...page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return (
    <HistoryView page={page} refusal={refusal}>
      <OverwrittenList page={overwritten} />
    </HistoryView>
  );
}
