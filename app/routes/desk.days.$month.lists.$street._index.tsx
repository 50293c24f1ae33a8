import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { emptyForm } from "~/access/formFields";
import { type Asked, act, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { listAddress } from "~/address/problems";
import { dayOf } from "~/calendar/day";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { RefusedRows } from "~/problem/answer/RefusedRows";
import { answerLate, withdrawLate } from "~/problem/late/answerLate.server";
import { LateRequests } from "~/problem/late/LateRequests";
import { answerLateForm, withdrawLateForm } from "~/problem/late/lateRequest";
import { lateRequestsOf } from "~/problem/late/lateRequestsOf.server";
import { addProblem } from "~/problem/list/addProblem.server";
import { CarriedList } from "~/problem/list/CarriedList";
import { carryList } from "~/problem/list/carryList.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { fillList } from "~/problem/list/fillList.server";
import { batchForm, readBatch } from "~/problem/list/gridForm";
import { LeftByCancelled } from "~/problem/list/LeftByCancelled";
import { ListChoice } from "~/problem/list/ListChoice";
import { ListDrawer } from "~/problem/list/ListDrawer";
import { ListGrid } from "~/problem/list/ListGrid";
import { ListHead, ListMeter } from "~/problem/list/ListHead";
import { moveListingForm, removeListingForm } from "~/problem/list/listForms";
import { pageAddress, readPage } from "~/problem/list/listPage";
import { moveListing } from "~/problem/list/moveListing.server";
import { putListingBack, removeListing } from "~/problem/list/removeListing.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { TakenOffList } from "~/problem/list/TakenOffList";
import { meetsList } from "~/problem/mayOpenList.server";
import { addProblemForm, editListedForm, wholeEdit } from "~/problem/problemForm";
import { adoptProposals, declineProposal, mergeProposal } from "~/problem/proposal/answerProposal.server";
import { CommunityProposals } from "~/problem/proposal/CommunityProposals";
import { ProposalDrawer } from "~/problem/proposal/ProposalDrawer";
import {
  adoptForm,
  declineForm,
  mergeForm,
  proposeForm,
  withdrawProposalForm,
} from "~/problem/proposal/proposal";
import { proposalsOf } from "~/problem/proposal/proposalsOf.server";
import { propose, withdrawProposal } from "~/problem/proposal/propose.server";
import { acceptList } from "~/problem/screening/acceptList.server";
import { returnForm } from "~/problem/screening/returnForm";
import { returnList } from "~/problem/screening/returnList.server";
import { EmptyState } from "~/ui/EmptyState";
import { loadAnew } from "~/ui/form/loadAnew";
import { KeyList } from "~/ui/KeyList";
import { Notice } from "~/ui/Notice";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

const placeOf = (params: Record<string, string | undefined>) => ({
  month: params.month ?? "",
  street: params.street ?? "",
});

export const shouldRevalidate = loadAnew;

export const handle = {
  title: pageTitle<typeof loader>(
    ({ view }, t, language) =>
      `${t("problem.list.title", { street: named(view.street.name, language) })} · ${writtenMonth(view.day.month, language, true)}`,
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const asked = { ...placeOf(params), page: readPage(search), edit: search.get("edit") ?? undefined };
  const view = foundOrThrow(await showList(actor, asked));
  const proposals = await proposalsOf(actor, { ...placeOf(params), edit: search.get("proposal") });
  return { view, proposals, late: await lateRequestsOf(actor, placeOf(params)), now, today: dayOf(now) };
}

const place = ({ params }: Asked) => placeOf(params);
const toList = ({ params, search }: Pick<Asked, "params"> & { search: string }) =>
  pageAddress(
    `/desk/days/${params.month}/lists/${params.street}`,
    readPage(new URLSearchParams(search)) ?? 1,
  );

export const action = intents(
  {
    add: act(
      addProblemForm,
      (asked, input) => addProblem(asked.actor, { ...input, month: place(asked).month }, asked.now),
      toList,
    ),
    edit: act(
      editListedForm,
      ({ actor, now }, { number, version, ...input }) =>
        editProblem(actor, { ...wholeEdit(input), number, version }, now),
      toList,
    ),
    propose: act(
      proposeForm,
      (asked, input) => propose(asked.actor, { ...input, month: place(asked).month }, asked.now),
      toList,
    ),
    adopt: act(
      adoptForm,
      (asked, { id }) => adoptProposals(asked.actor, { month: place(asked).month, ids: id }, asked.now),
      toList,
    ),
    merge: act(
      mergeForm,
      (asked, input) => mergeProposal(asked.actor, { ...input, month: place(asked).month }, asked.now),
      toList,
    ),
    decline: act(declineForm, ({ actor, now }, input) => declineProposal(actor, input, now), toList),
    withdrawProposal: act(
      withdrawProposalForm,
      ({ actor, now }, input) => withdrawProposal(actor, input, now),
      toList,
    ),
    fill: act(
      batchForm,
      (asked, { batch }) => fillList(asked.actor, { ...place(asked), ...readBatch(batch) }, asked.now),
      toList,
    ),
    move: act(
      moveListingForm,
      ({ actor, now }, { listingId, after = null }) => moveListing(actor, { listingId, after }, now),
      toList,
    ),
    remove: act(
      removeListingForm,
      ({ actor, now }, { listingId }) => removeListing(actor, { listingIds: listingId }, now),
      toList,
    ),
    putBack: act(
      removeListingForm,
      ({ actor, now }, { listingId }) => putListingBack(actor, { listingIds: listingId }, now),
      toList,
    ),
    answerLate: act(answerLateForm, ({ actor, now }, answer) => answerLate(actor, answer, now), toList),
    withdrawLate: act(withdrawLateForm, ({ actor, now }, { id }) => withdrawLate(actor, { id }, now), toList),
    submit: act(emptyForm, (asked) => submitList(asked.actor, place(asked), asked.now), toList),
    carry: act(
      emptyForm,
      (asked) => carryList(asked.actor, place(asked), asked.now),
      ({ params, value }) => listAddress(value.month, params.street ?? ""),
    ),
    accept: act(emptyForm, (asked) => acceptList(asked.actor, place(asked), asked.now), toList),
    return: act(
      returnForm,
      (asked, input) => returnList(asked.actor, { ...place(asked), ...input }, asked.now),
      toList,
    ),
  },
  {
    // The acts are about its own street's list: another street does not learn that it is there.
    meets: (asked) => meetsList(asked.actor, place(asked)),
    // A paste of many long rows.
    bounds: { megabytes: 8 },
  },
);

type View = ReturnType<typeof useLoaderData<typeof loader>>["view"];

function Standing({ view }: { view: View }) {
  const { t } = useTranslation();
  const { returnCode, returnReason, state } = view.list;
  const { nameOf } = useCodeNames("returnReasons");
  const unseen = view.can.seeAll && state === "draft";
  return (
    <>
      {returnReason && (
        <Notice title={t("problem.list.returned")}>
          {returnCode && <p>{nameOf(returnCode)}</p>}
          <p className="as-written">{returnReason}</p>
        </Notice>
      )}
      {view.left && <LeftByCancelled left={view.left} />}
      {unseen && <EmptyState title={t("problem.list.notSent")}>{t("problem.list.notSentText")}</EmptyState>}
      {!unseen && view.count === 0 && !view.byCommunity && (
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
    ["Shift ←↑↓→", t("problem.grid.keySelect")],
    ["Ctrl A", t("problem.grid.keyAll")],
    ["Ctrl C / X", t("problem.grid.keyCopy")],
    ["Ctrl V", t("problem.grid.keyPaste")],
    ["Ctrl D", t("problem.grid.keyFill")],
    ["Delete", t("problem.grid.keyClear")],
    ["Alt ↑ / ↓", t("problem.grid.keyRows")],
    ["Ctrl Delete", t("problem.grid.keyRemove")],
    ["Ctrl Z", t("problem.grid.keyTakeBack")],
    ["Ctrl Y", t("problem.grid.keyAgain")],
    ["Esc", t("problem.grid.keyUndo")],
  ];
  return <KeyList keys={keys} />;
}

export default function StreetListPage() {
  const { view, proposals, late, now, today } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { t } = useTranslation();
  // What is wrong in the drawer is said in it.
  const inDrawer = ["add", "edit", "propose"].includes(answered?.typed?.intent ?? "");
  const [search] = useSearchParams();
  const here = `/desk/days/${view.day.month}/lists/${view.street.slug}`;
  const chooses = search.has("choose") && view.can.add;
  const open = { add: search.has("add"), edit: search.get("edit") };
  return (
    <div className="stack">
      <ListHead view={view} now={now} here={here} late={late.canAsk} />
      {answered?.refusal && !inDrawer && (
        <RefusalNotice messageKey={`refusal.${answered.refusal.code}`} values={answered.refusal.values} />
      )}
      <Standing view={view} />
      <CommunityProposals {...{ view, proposals, here, now }} />
      {view.byCommunity && view.count > 0 && <h2>{t("collect.onList")}</h2>}
      <LateRequests requests={late.requests} now={now} />
      <RefusedRows rows={view.rows} answers={!view.can.seeAll && !view.byCommunity} now={now} />
      <CarriedList view={view} now={now} />
      {view.can.submit && view.count > 0 && <ListMeter view={view} here={here} />}
      {chooses && (
        <ListChoice
          key={search.get("choose")}
          view={view}
          here={here}
          incomplete={search.get("choose") === "incomplete"}
        />
      )}
      {!chooses && (view.rows.length > 0 || view.can.add) && (
        <ListGrid view={view} here={here} today={today} />
      )}
      <TakenOffList rows={view.takenOff} />
      {!chooses && view.can.add && <GridKeys />}
      <ProposalDrawer
        view={view}
        edited={proposals.edited}
        open={search.has("propose")}
        answer={inDrawer ? answered : undefined}
        today={today}
        closeTo={here}
      />
      <ListDrawer
        view={view}
        open={open}
        answer={inDrawer ? answered : undefined}
        now={now}
        today={today}
        closeTo={pageAddress(here, view.page.at)}
      />
    </div>
  );
}
