import { parseWithZod } from "@conform-to/zod/v4";
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { badForm, refusedForm } from "~/access/form.server";
import { type Intent, intents } from "~/access/intents.server";
import { foundOrThrow, refusalAnswer, requireActor } from "~/access/request.server";
import { dayOf } from "~/calendar/day";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal, Result } from "~/ledger/result";
import { addProblem } from "~/problem/list/addProblem.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { fillList } from "~/problem/list/fillList.server";
import { readGridForm } from "~/problem/list/gridForm";
import { ListChoice } from "~/problem/list/ListChoice";
import { ListDrawer } from "~/problem/list/ListDrawer";
import { ListGrid } from "~/problem/list/ListGrid";
import { ListHead, ListMeter } from "~/problem/list/ListHead";
import { meetsList } from "~/problem/list/mayOpenList.server";
import { moveListing } from "~/problem/list/moveListing.server";
import { removeListing } from "~/problem/list/removeListing.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { addProblemForm, editProblemForm, wholeEdit } from "~/problem/problemForm";
import { returnList } from "~/problem/screening/returnList.server";
import { EmptyState } from "~/ui/EmptyState";
import { KeyList } from "~/ui/KeyList";
import { Notice } from "~/ui/Notice";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

const placeOf = (params: Record<string, string | undefined>) => ({
  month: params.month ?? "",
  street: params.street ?? "",
});

export const handle = {
  title: pageTitle<typeof loader>(
    ({ view }, t, language) =>
      `${t("problem.list.title", { street: named(view.street.name, language) })} · ${writtenMonth(view.day.month, language, true)}`,
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return { view: foundOrThrow(await showList(actor, placeOf(params))), now, today: dayOf(now) };
}

/** Back to the list, or the refusal on it. */
function answer(result: Result<unknown>, params: Record<string, string | undefined>) {
  if (!result.ok) return refusalAnswer(result.refusal);
  throw redirect(`/desk/days/${params.month}/lists/${params.street}`);
}

/** The acts of this address are about its own street's list: another street does not learn that it is there. */
function onList<T>(act: Intent<T>): Intent<T> {
  return async (asked) => {
    foundOrThrow(await meetsList(asked.actor, placeOf(asked.params)));
    return act(asked);
  };
}

export const action = intents<unknown>({
  add: onList(async ({ actor, now, form, params }) => {
    const submission = parseWithZod(form, { schema: addProblemForm });
    if (submission.status !== "success") return badForm(submission);
    const { month } = placeOf(params);
    const result = await addProblem(actor, { ...submission.value, month }, now);
    return result.ok ? answer(result, params) : refusedForm(submission, result.refusal);
  }),
  edit: onList(async ({ actor, now, form, params }) => {
    const submission = parseWithZod(form, { schema: editProblemForm });
    if (submission.status !== "success") return badForm(submission);
    const version = Number(form.get("version"));
    const number = String(form.get("number"));
    const result = await editProblem(actor, { ...wholeEdit(submission.value), number, version }, now);
    return result.ok ? answer(result, params) : refusedForm(submission, result.refusal);
  }),
  fill: onList(async ({ actor, now, form, params }) => {
    const result = await fillList(actor, { ...placeOf(params), ...readGridForm(form) }, now);
    return result.ok ? null : refusalAnswer(result.refusal);
  }),
  move: onList(async ({ actor, now, form, params }) => {
    const after = String(form.get("after") ?? "") || null;
    return answer(await moveListing(actor, { listingId: String(form.get("listingId")), after }, now), params);
  }),
  remove: onList(async ({ actor, now, form, params }) =>
    answer(await removeListing(actor, { listingIds: form.getAll("listingId").map(String) }, now), params),
  ),
  submit: onList(async ({ actor, now, params }) =>
    answer(await submitList(actor, placeOf(params), now), params),
  ),
  return: onList(async ({ actor, now, form, params }) =>
    answer(
      await returnList(actor, { ...placeOf(params), reason: String(form.get("reason") ?? "") }, now),
      params,
    ),
  ),
});

type View = ReturnType<typeof useLoaderData<typeof loader>>["view"];

function Standing({ view }: { view: View }) {
  const { t } = useTranslation();
  const { returnReason, state } = view.list;
  const unseen = view.can.seeAll && state === "draft";
  return (
    <>
      {returnReason && (
        <Notice title={t("problem.list.returned")}>
          <p className="as-written">{returnReason}</p>
        </Notice>
      )}
      {unseen && <EmptyState title={t("problem.list.notSent")}>{t("problem.list.notSentText")}</EmptyState>}
      {!unseen && view.rows.length === 0 && (
        <EmptyState title={t("problem.list.empty")}>
          {view.can.add ? t("problem.list.emptyText") : t("problem.list.emptyRead")}
        </EmptyState>
      )}
    </>
  );
}

function GridKeys() {
  const { t } = useTranslation();
  const keys: [string, string][] = [
    ["← ↑ ↓ →", t("problem.grid.keyMove")],
    ["Enter", t("problem.grid.keyEdit")],
    ["Ctrl Enter", t("problem.grid.keyOpen")],
    ["Ctrl V", t("problem.grid.keyPaste")],
    ["Esc", t("problem.grid.keyUndo")],
  ];
  return <KeyList keys={keys} />;
}

export default function StreetListPage() {
  const { view, now, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() as
    | { reply?: Parameters<typeof ListDrawer>[0]["reply"]; refusal?: Refusal }
    | undefined;
  const [search] = useSearchParams();
  const here = `/desk/days/${view.day.month}/lists/${view.street.slug}`;
  const chooses = search.has("choose") && view.can.add;
  const open = { add: search.has("add"), edit: search.get("edit") };
  return (
    <div className="stack">
      <ListHead view={view} now={now} here={here} />
      {answered?.refusal && !answered.reply && (
        <RefusalNotice messageKey={`refusal.${answered.refusal.code}`} values={answered.refusal.values} />
      )}
      <Standing view={view} />
      {view.can.submit && view.rows.length > 0 && <ListMeter view={view} here={here} />}
      {chooses && (
        <ListChoice
          key={search.get("choose")}
          view={view}
          here={here}
          incomplete={search.get("choose") === "incomplete"}
        />
      )}
      {!chooses && (view.rows.length > 0 || view.can.add) && <ListGrid view={view} here={here} />}
      {!chooses && view.can.add && <GridKeys />}
      <ListDrawer view={view} open={open} reply={answered?.reply} now={now} today={today} closeTo={here} />
    </div>
  );
}
