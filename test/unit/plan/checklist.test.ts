import { describe, expect, it } from "vitest";
import { nothingDeclared } from "~/calendar/holiday";
import { workingDaysBefore } from "~/calendar/workingDay";
import type { Stage } from "~/meeting/kind/stage";
import { checklistOf, type DayFacts } from "~/plan/checklist";
import { dayLinks } from "~/plan/dayLinks";
import { nextStepOf } from "~/plan/nextStep";
import { usualRules } from "~/rules/ruleSet";

const all = { have: 2, need: 2 };
const part = { have: 1, need: 2 };
const done: DayFacts = {
  planAdopted: true,
  chairHeld: true,
  workingDay: true,
  lists: all,
  decisions: all,
  admitted: 1,
  topics: 2,
  outcomes: all,
  agendaPublished: true,
  approval: "approved",
  invitedUnits: 3,
  rollCall: all,
  uncalled: [],
  leads: { present: 2, invited: 3 },
  lookBack: all,
  minutesIssued: true,
  amending: false,
  acknowledged: all,
  unacknowledged: [],
  finished: all,
  published: all,
  seen: all,
  opened: true,
};
const dates = {
  today: "2026-10-10",
  date: "2026-11-20",
  windowOpensOn: "2026-10-01",
  windowClosesOn: "2026-10-20",
  agendaApprovedBy: "2026-11-18",
};
const open = (stage: Stage, facts: Partial<DayFacts>) =>
  checklistOf(stage, { ...done, ...facts }, usualRules)
    .filter((check) => !check.done)
    .map((check) => check.key);
const next = (stage: Stage, facts: Partial<DayFacts> = {}, today = dates.today) => {
  const step = nextStepOf(stage, { ...done, ...facts }, { ...dates, today });
  return `${step.key} ${step.who} ${step.by ?? ""}`.trim();
};

describe("an amendment of the minutes", () => {
  it("is what comes next, and open on the checklist, until it has ended", () => {
    for (const stage of ["issued", "followedUp"] as const) {
      expect(open(stage, { amending: true })).toEqual(["amendment"]);
      expect(next(stage, { amending: true })).toBe("finishAmendment officeAndChair");
    }
  });
});

describe("the checklist of a station", () => {
  it("is complete when everything is there", () => {
    const stages: Stage[] = [
      "planned",
      "collecting",
      "screening",
      "agenda",
      "inSession",
      "minutes",
      "issued",
    ];
    for (const stage of stages) expect(open(stage, {})).toEqual([]);
  });

  it("names what is missing", () => {
    expect(open("planned", { planAdopted: false, workingDay: false })).toEqual(["planAdopted", "workingDay"]);
    expect(open("collecting", { lists: part })).toEqual(["lists"]);
    expect(open("screening", { decisions: part, admitted: 0 })).toEqual(["decisions", "admitted"]);
    expect(open("agenda", { topics: 9 })).toEqual(["withinLimit"]);
    expect(open("agenda", { topics: 0, invitedUnits: 0, agendaPublished: false })).toEqual([
      "topics",
      "invited",
      "agendaPublished",
    ]);
    expect(open("inSession", { rollCall: part, leads: { present: 1, invited: 2 } })).toEqual([
      "rollCall",
      "quorum",
    ]);
    expect(open("inSession", { lookBack: part, outcomes: part })).toEqual(["lookBack", "outcomes"]);
    expect(open("issued", { acknowledged: part, published: part })).toEqual(["acknowledged", "published"]);
  });

  it("names the units that something is missing from", () => {
    const water = { slug: "water", name: { zh: "水务局", en: "Water" } };
    const missing = (stage: Stage, facts: Partial<DayFacts>) =>
      checklistOf(stage, { ...done, ...facts }, usualRules).flatMap((check) => check.missing ?? []);
    expect(missing("inSession", { uncalled: [water] })).toEqual([water]);
    expect(missing("issued", { unacknowledged: [water] })).toEqual([water]);
  });

  it("is silent about what the reader may not know", () => {
    expect(checklistOf("collecting", { ...done, lists: null }, usualRules)).toEqual([]);
    expect(checklistOf("screening", { ...done, decisions: null, admitted: null }, usualRules)).toEqual([]);
  });
});

describe("what happens next", () => {
  it("names the step, who must do it and until when", () => {
    expect(next("planned", { planAdopted: false })).toBe("adoptPlan office 2026-10-01");
    expect(next("planned")).toBe("openWindow clock 2026-10-01");
    expect(next("planned", {}, "2026-10-21")).toBe("openWindow office 2026-10-01");
    expect(next("collecting", { lists: part })).toBe("submitLists streets 2026-10-20");
    expect(next("collecting")).toBe("closeWindow clock 2026-10-20");
    expect(next("screening", { decisions: part })).toBe("decideListings office 2026-11-18");
    expect(next("screening")).toBe("startAgenda office 2026-11-18");
    expect(next("agenda", { invitedUnits: 0 })).toBe("inviteUnits office 2026-11-18");
    const unpublished = (approval: DayFacts["approval"], more: Partial<DayFacts> = {}) =>
      next("agenda", { agendaPublished: false, approval, ...more });
    expect(unpublished("none")).toBe("askAgendaApproval office 2026-11-18");
    expect(unpublished("asked")).toBe("approveAgenda chair 2026-11-18");
    expect(unpublished("asked", { invitedUnits: 0 })).toBe("approveAgenda chair 2026-11-18");
    expect(unpublished("returned")).toBe("askAgendaApproval office 2026-11-18");
    expect(unpublished("approved")).toBe("publishAgenda office 2026-11-18");
    expect(unpublished(null)).toBe("publishAgenda office 2026-11-18");
    expect(next("agenda")).toBe("openSession officeAndChair 2026-11-20");
    expect(next("minutes")).toBe("issueMinutes officeAndChair");
    expect(next("issued", { seen: part, acknowledged: part })).toBe("publishTopics office");
    expect(next("issued", { acknowledged: part })).toBe("acknowledgeTasks departments");
    expect(next("issued", { finished: part })).toBe("finishTasks departments");
    expect(next("issued")).toBe("followUp office");
    expect(next("followedUp", { seen: part })).toBe("publishTopics office");
    expect(next("followedUp")).toBe("nothing nobody");
  });

  it("in session goes from the roll to the look-back to the topics", () => {
    const step = (facts: Partial<DayFacts>) => next("inSession", facts).split(" ")[0];
    expect(step({ rollCall: part, lookBack: part, outcomes: part })).toBe("callRoll");
    expect(step({ lookBack: part, outcomes: part })).toBe("lookBack");
    expect(step({ outcomes: part })).toBe("recordOutcomes");
    expect(step({})).toBe("closeSession");
  });

  it("counts the agenda's last day in working days", () => {
    // 2026-10-08 is the first working day after the National Day holiday.
    expect(workingDaysBefore("2026-10-09", 2, nothingDeclared)).toBe("2026-09-30");
  });
});

describe("the pages of a day", () => {
  const office = { role: "office", streetId: null } as const;
  const street = { role: "street", streetId: "east" } as const;
  const department = { role: "department", streetId: null } as const;

  it("are those there are at its stage, as far as the reader has anything there", () => {
    expect(dayLinks(office, "planned")).toEqual([]);
    expect(dayLinks(office, "collecting")).toEqual(["screening", "research"]);
    expect(dayLinks(street, "collecting")).toEqual(["list"]);
    expect(dayLinks(department, "collecting")).toEqual([]);
    expect(dayLinks(department, "agenda")).toContain("agenda");
    expect(dayLinks(street, "agenda")).not.toContain("screening");
    expect(dayLinks(office, "minutes")).not.toContain("public");
    expect(dayLinks(department, "issued", { opened: true })).toContain("public");
    expect(dayLinks(office, "issued")).not.toContain("public");
    expect(dayLinks(office, "issued")).toContain("publish");
    expect(dayLinks({ role: "community", streetId: "east" }, "issued")).not.toContain("publish");
  });
});
