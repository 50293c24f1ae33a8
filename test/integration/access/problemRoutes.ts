import type { World } from "../../builders/world";
import type { RouteEntry } from "./routeTable";

type Rights = NonNullable<RouteEntry["loader"]>;

const officials: Rights = { others: "allowed" };
const district: Rights = { office: "allowed", leader: "allowed" };
/** The list of street east while it is a draft: others do not learn that it is there. */
const eastList = (own: Rights): Rights => ({
  office: "denied",
  leader: "denied",
  "street-east": "allowed",
  "community-east": "denied",
  others: "hidden",
  ...own,
});
/** What stands on it: to the district and the community not even there. */
const eastDraft: Rights = { "street-east": "allowed", others: "hidden" };

const list = (world: World) => ({ month: world.months.collecting, street: "east" });
const listing = (world: World) => ({ listingId: world.draft.listingId });
const problem = () => ({
  title: "路灯不亮",
  originalWording: "晚上一片黑。",
  source: "resident",
  problemClass: "publicFacilities",
});
const erasing = () => ({
  ...{ fields: "title", passages: "", askedBy: "resident", legalBasis: "个人信息保护法第四十七条" },
  version: "1",
});
const row = { title: "路灯不亮", originalWording: "晚上一片黑。", problemClass: "publicFacilities" };

/** The routes of the problem room with the right answer for everybody. Street east owns the draft. */
export const problemRoutes: Record<string, RouteEntry> = {
  "desk.days.$month.lists._index": {
    params: (world) => ({ month: world.months.collecting }),
    // A street and its communities are sent on to their own list.
    loader: {
      ...district,
      "street-east": "allowed",
      "street-west": "allowed",
      "community-east": "allowed",
      "community-west": "allowed",
      others: "hidden",
    },
  },
  "desk.days.$month.lists.$street._index": {
    params: list,
    loader: { ...district, "street-east": "allowed", "community-east": "allowed", others: "hidden" },
    acts: {
      add: { form: problem, rights: eastList({}) },
      propose: { form: problem, rights: eastList({ "street-east": "denied", "community-east": "allowed" }) },
      // Nothing is proposed: there is nothing to answer or to take back.
      adopt: { form: () => ({ id: "none" }), rights: { visitor: "signIn", others: "hidden" } },
      merge: { form: () => ({ id: "none", into: "none" }), rights: { visitor: "signIn", others: "hidden" } },
      decline: {
        form: () => ({ id: "none", text: "已处理" }),
        rights: { visitor: "signIn", others: "hidden" },
      },
      withdrawProposal: { form: () => ({ id: "none" }), rights: { visitor: "signIn", others: "hidden" } },
      edit: {
        form: (world) => ({ ...problem(), number: world.draft.problemNumber, version: "1" }),
        rights: eastDraft,
      },
      fill: {
        form: () => ({ batch: JSON.stringify({ rows: [row] }) }),
        rights: eastList({}),
      },
      move: { form: listing, rights: eastDraft },
      remove: { form: listing, rights: eastDraft },
      // It stands on the list: there is nothing to put back.
      putBack: { form: listing, rights: { others: "hidden" } },
      // Nobody has asked: there is nothing to answer or to take back.
      answerLate: {
        form: () => ({ id: "none", decision: "granted" }),
        rights: eastList({ office: "hidden", "street-east": "denied" }),
      },
      withdrawLate: {
        form: () => ({ id: "none" }),
        rights: { visitor: "signIn", others: "hidden" },
      },
      submit: { rights: eastList({}) },
      // It can still be sent.
      carry: { rights: eastList({}) },
      accept: { rights: eastList({ office: "allowed", "street-east": "denied" }) },
      return: {
        form: () => ({ reason: "补" }),
        rights: eastList({ office: "allowed", "street-east": "denied" }),
      },
    },
  },
  "desk.days.$month.lists.$street.late": {
    // The window is open: nobody asks.
    params: list,
    loader: { others: "hidden" },
    acts: {
      askLate: { form: () => ({ ...problem(), reason: "雨后发现" }), rights: { others: "hidden" } },
    },
  },
  "desk.days.$month.lists[.]xlsx": {
    params: (world) => ({ month: world.months.collecting }),
    loader: { ...district, others: "hidden" },
  },
  "desk.days.$month.lists.$street.list[.]xlsx": {
    params: list,
    loader: { ...district, "street-east": "allowed", "community-east": "allowed", others: "hidden" },
  },
  "desk.problems[.]xlsx": { loader: officials },
  "desk.days.$month.lists.$street.map": {
    params: list,
    loader: { ...district, "street-east": "allowed", "community-east": "allowed", others: "hidden" },
  },
  // Never submitted: there is no version.
  "desk.days.$month.lists.$street.versions": { params: list, loader: { others: "hidden" } },
  "desk.days.$month.lists.$street.import": {
    params: list,
    loader: eastList({}),
    acts: {
      upload: { rights: eastList({}) },
      // No file waits.
      import: { rights: eastList({ "street-east": "hidden" }) },
      drop: { rights: eastList({ "street-east": "hidden" }) },
      // Nothing was imported.
      undo: { form: () => ({ fileId: "none" }), rights: eastList({ "street-east": "hidden" }) },
    },
  },
  "desk.days.$month.lists.$street.refused[.]xlsx": {
    params: list,
    loader: eastList({ "street-east": "hidden" }),
  },
  "desk.days.$month.screening": {
    params: (world) => ({ month: world.months.collecting }),
    loader: { ...district, others: "hidden" },
    acts: {
      decide: {
        form: (world) => ({ ...listing(world), decision: "admitted" }),
        // Nobody decides about what was not submitted.
        rights: { leader: "denied", office: "hidden", others: "hidden" },
      },
      answerLate: {
        form: () => ({ id: "none", decision: "granted" }),
        rights: { leader: "denied", office: "hidden", others: "hidden" },
      },
      tick: {
        form: (world) => ({ ...listing(world), test: "notImpromptu", result: "passed" }),
        rights: { leader: "denied", office: "hidden", others: "hidden" },
      },
    },
  },
  "desk.problems._index": { loader: officials },
  "desk.problems.$number": {
    params: (world) => ({ number: world.draft.problemNumber }),
    loader: eastDraft,
    acts: {
      listAgain: { form: (world) => ({ month: world.months.collecting }), rights: eastDraft },
      // The window of its month is open.
      askLate: {
        form: (world) => ({ month: world.months.collecting, reason: "雨后发现" }),
        rights: eastDraft,
      },
      takeDuty: { form: () => ({ dutyItemId: "none" }), rights: eastDraft },
      // Nothing was refused: nobody is to be told.
      answerResident: {
        form: () => ({ id: "none", text: "已告知", answeredOn: "2026-01-05" }),
        rights: { visitor: "signIn", others: "hidden" },
      },
    },
  },
  "desk.problems.$number_.erase": {
    params: (world) => ({ number: world.draft.problemNumber }),
    // A draft is the street's own; what was submitted is the office's to erase from.
    loader: eastDraft,
    acts: { preview: { form: erasing, rights: eastDraft }, erase: { form: erasing, rights: eastDraft } },
  },
  "desk.problem-list-template[.]xlsx": { loader: officials },
  "desk.search": { loader: officials },
};
