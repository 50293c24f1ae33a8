import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { answerLate } from "~/problem/late/answerLate.server";
import { LateRequests } from "~/problem/late/LateRequests";
import { answerLateForm } from "~/problem/late/lateRequest";
import { lateRequestsOf } from "~/problem/late/lateRequestsOf.server";
import { tickForm } from "~/problem/screening/admission";
import { decideListing } from "~/problem/screening/decideListing.server";
import { type Decision, decisionForm, decisions } from "~/problem/screening/decision";
import { meetsScreening } from "~/problem/screening/meetsScreening.server";
import { ScreeningDetail } from "~/problem/screening/ScreeningDetail";
import { ScreeningQueue } from "~/problem/screening/ScreeningQueue";
import { decisionKeys, inQueueOrder, lastDecided, plainDecisions } from "~/problem/screening/screeningKeys";
import { type ScreeningView, showScreening } from "~/problem/screening/showScreening.server";
import { AdmittedCount, ToAgenda } from "~/problem/screening/ToAgenda";
import { tickTest } from "~/problem/screening/tickTest.server";
import { UndoLast } from "~/problem/screening/UndoNotes";
import { isUndoBar } from "~/problem/screening/undo";
import { pageTitle } from "~/ui/pageTitle";
import "~/problem/screening/screening.css";
import { EmptyState } from "~/ui/EmptyState";
import { loadAnew } from "~/ui/form/loadAnew";
import { PageHead } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { useShortcut } from "~/ui/useShortcut";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("problem.screening.title", { month: writtenMonth(data.view.day.month, language, true) }),
  ),
  /** What "?" lists. */
  keys: [
    ...decisions.map((one) => ({
      keys: decisionKeys[one].toUpperCase(),
      does: `problem.screening.act.${one}` as const,
    })),
    { keys: "1 – 9", does: "screening.key.choose" },
    { keys: "Enter", does: "screening.key.confirm" },
    { keys: "J  K", does: "problem.screening.keyNext" },
  ],
};

export const shouldRevalidate = loadAnew;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const open = new URL(request.url).searchParams.get("open");
  const month = params.month ?? "";
  const view = foundOrThrow(await showScreening(actor, { month, open }));
  return { view, late: await lateRequestsOf(actor, { month }), now };
}

export const action = intents(
  {
    decide: act(
      decisionForm,
      ({ actor, now }, decision) => decideListing(actor, decision, now),
      ({ params, sent }) => {
        const next = String(sent.get("next") ?? "");
        return `/desk/days/${params.month}/screening${next ? `?open=${encodeURIComponent(next)}` : ""}`;
      },
    ),
    answerLate: act(
      answerLateForm,
      ({ actor, now }, answer) => answerLate(actor, answer, now),
      ({ params, search }) => `/desk/days/${params.month}/screening${search}`,
    ),
    tick: act(
      tickForm,
      ({ actor, now }, form) => tickTest(actor, form, now),
      ({ params, value }) =>
        `/desk/days/${params.month}/screening?open=${encodeURIComponent(value.listingId)}`,
    ),
  },
  { meets: ({ actor, params }) => meetsScreening(actor, { month: params.month ?? "" }) },
);

/** J and K go through the problems in the order they stand in. */
function useWalk(view: ScreeningView) {
  const navigate = useNavigate();
  const rows = inQueueOrder(view.rows);
  const at = rows.findIndex((row) => row.listingId === view.opened?.listingId);
  const go = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (row) navigate(`?open=${row.listingId}`, { preventScrollReset: true });
  };
  useShortcut("j", () => go(at + 1));
  useShortcut("k", () => go(at - 1));
}

function Head({ view }: { view: ScreeningView }) {
  const { t, i18n } = useTranslation();
  const { day, rows } = view;
  const left = rows.filter((row) => row.state === "submitted").length;
  const month = writtenMonth(day.month, i18n.language, true);
  const home = `/desk/days/${day.month}`;
  const key =
    day.stage === "collecting" ? "nextWait" : left > 0 || day.stage !== "screening" ? "next" : "nextDone";
  return (
    <PageHead
      title={t("problem.screening.title", { month })}
      number={t("problem.screening.left", { count: left })}
      crumbs={[
        { label: t("problem.list.day", { month }), to: home },
        { label: t("problem.list.allLists"), to: `${home}/lists` },
      ]}
      next={{ what: t(`problem.screening.${key}`), who: t("problem.list.who.office") }}
      actions={<ToAgenda view={view} />}
    />
  );
}

export default function ScreeningPage() {
  const { view, late, now } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  useWalk(view);
  const card = view.rows.find((row) => row.listingId === view.opened?.listingId);
  // The key that takes back means what is open where that is decided.
  const isFree = view.can.decide && (!card || card.state === "submitted");
  const last = isFree ? lastDecided(view.rows) : undefined;
  // A decision with a form of its own shows there why it was refused.
  const plain = plainDecisions.includes(answered?.typed?.decision as Decision);
  const isSaid = plain || answered?.typed?.intent === "tick" || isUndoBar(answered?.refusal?.code ?? "");
  const refusal = isSaid ? answered?.refusal : undefined;
  return (
    <div className="stack">
      <Head view={view} />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <LateRequests requests={late.requests} now={now} withStreet />
      <AdmittedCount view={view} />
      {last && <UndoLast card={last} />}
      {view.rows.length === 0 && (
        <EmptyState title={t("problem.screening.none")}>{t("problem.screening.empty")}</EmptyState>
      )}
      {view.rows.length > 0 && (
        <div className="screening" data-asked={search.has("open") ? "" : undefined}>
          <ScreeningQueue rows={view.rows} open={card?.listingId} now={now} />
          {card && view.opened && (
            <ScreeningDetail
              key={card.listingId + card.state}
              {...{ view, card, now }}
              opened={view.opened}
              reply={answered?.reply}
            />
          )}
        </div>
      )}
    </div>
  );
}
