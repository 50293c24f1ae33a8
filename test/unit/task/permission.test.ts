import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { isPossible, possibleActs } from "~/task/acts/possibleActs";
import { isDoer } from "~/task/doer";
import {
  canSeeTask,
  canTask,
  judgingActs,
  type TaskAct,
  type TaskCondition,
  type TaskParties,
  taskActs,
} from "~/task/permission";
import { taskStates } from "~/task/taskState";

type Asking = Pick<Actor, "personId" | "role" | "unitId" | "streetId">;

const who = (role: Actor["role"], unitId: string, streetId: string | null = null): Asking => ({
  role,
  unitId,
  streetId,
  personId: `${role} of ${unitId}`,
});
const office = who("office", "office");
const admin = who("admin", "office");
const leader = who("leader", "district");
const east = who("street", "east", "east");
const west = who("street", "west", "west");
const eastLane = who("community", "east-lane", "east");
const works = who("department", "works");
const water = who("department", "water");
const everybody = { office, admin, leader, east, west, eastLane, works, water };

const byWorks: TaskParties = {
  streetId: "east",
  leadUnitId: "works",
  assistingUnitIds: ["water"],
  overseerUnitId: null,
  doerTie: null,
  witness: null,
};
const byEast: TaskParties = {
  streetId: "east",
  leadUnitId: "east",
  assistingUnitIds: [],
  overseerUnitId: null,
  doerTie: null,
  witness: null,
};
const byEastForItself: TaskParties = { ...byEast, overseerUnitId: "east" };
const withEast: TaskParties = { ...byWorks, assistingUnitIds: ["east"] };
const byWest: TaskParties = {
  streetId: "east",
  leadUnitId: "west",
  assistingUnitIds: [],
  overseerUnitId: null,
  doerTie: null,
  witness: null,
};

const lead: TaskAct[] = [
  "acknowledge",
  "progress",
  "finishMilestone",
  "claimHandled",
  "askExtension",
  "block",
  "unblock",
];
const verify: TaskAct[] = ["verifySolved", "sendToRework"];
const decide: TaskAct[] = ["decideExtension", "suspend", "resume", "strikeOff"];

function rightsOf(task: TaskParties) {
  return Object.fromEntries(
    Object.entries(everybody).map(([name, actor]) => [
      name,
      taskActs.filter((act) => canTask(actor, act, task)),
    ]),
  );
}

describe("who may do what with a task", () => {
  it("a department leads: it does, the street verifies, the office decides, nobody else acts", () => {
    expect(rightsOf(byWorks)).toEqual({
      office: decide,
      admin: [],
      leader: [],
      east: verify,
      west: [],
      eastLane: [],
      works: lead,
      water: [],
    });
  });

  it("the street itself leads: it never verifies its own work, the office does", () => {
    const rights = rightsOf(byEast);
    expect(rights.east).toEqual(lead);
    expect(rights.office).toEqual([...verify, ...decide]);
  });

  it("the street assists at its own place, as with nearly everything there: it still verifies", () => {
    expect(rightsOf(withEast).east).toEqual(verify);
  });

  it("the unit that oversees assists: the office judges for it", () => {
    const rights = rightsOf({ ...byWorks, assistingUnitIds: ["west"], overseerUnitId: "west" });
    expect(rights.west).toEqual([]);
    expect(rights.office).toEqual(decide);
  });

  it("the street leads what its own meeting resolved: the office judges all of it", () => {
    const rights = rightsOf(byEastForItself);
    expect(rights.east).toEqual(lead);
    expect(rights.office).toEqual([...verify, ...decide]);
  });

  it("another street leads: the street of the place verifies", () => {
    const rights = rightsOf(byWest);
    expect(rights.west).toEqual(lead);
    expect(rights.east).toEqual(verify);
  });

  it.each(judgingActs)("never gives the doer %s, whoever it is", (act) => {
    for (const task of [byWorks, byEast, byWest, withEast, byEastForItself]) {
      for (const actor of Object.values(everybody))
        expect(isDoer(actor.unitId, task) && canTask(actor, act, task)).toBe(false);
      // A second post is no way around it.
      for (const doerTie of ["acted", "holdsPost"] as const)
        for (const actor of Object.values(everybody))
          expect(canTask(actor, act, { ...task, doerTie })).toBe(false);
    }
  });

  it("lets the witness alone say whether they were there", () => {
    const witnessed = { ...byEast, witness: { personId: water.personId, state: "named" as const } };
    for (const actor of Object.values(everybody))
      expect(canTask(actor, "denyWitness", witnessed)).toBe(actor === water);
  });
});

describe("who sees a task", () => {
  it("the district, the street of the place with its communities, the lead and those who assist, not the administrator", () => {
    const seeing = (
      task: Pick<TaskParties, "streetId" | "leadUnitId" | "assistingUnitIds"> & { witnessIds?: string[] },
    ) =>
      Object.entries(everybody)
        .filter(([, actor]) => canSeeTask(actor, { witnessIds: [], ...task }))
        .map(([name]) => name);
    expect(seeing(byWorks)).toEqual(["office", "leader", "east", "eastLane", "works", "water"]);
    expect(seeing(byWest)).toEqual(["office", "leader", "east", "west", "eastLane"]);
    expect(seeing({ streetId: "west", leadUnitId: "water", assistingUnitIds: [] })).toEqual([
      "office",
      "leader",
      "west",
      "water",
    ]);
    expect(seeing({ ...byWest, witnessIds: [works.personId, admin.personId] })).toEqual([
      "office",
      "leader",
      "east",
      "west",
      "eastLane",
      "works",
    ]);
  });
});

describe("what can be done with a task as it stands", () => {
  const standing = (more: Partial<TaskCondition>): TaskCondition => ({
    ...byWorks,
    state: "inProgress",
    blocked: "",
    extensionWaiting: false,
    openMilestones: 0,
    ...more,
  });

  it("offers each unit its own acts, in order of likelihood", () => {
    expect(possibleActs(works, standing({}))).toEqual(["progress", "claimHandled", "askExtension", "block"]);
    expect(possibleActs(works, standing({ state: "dispatched" }))).toEqual(["acknowledge"]);
    expect(possibleActs(east, standing({}))).toEqual([]);
    expect(possibleActs(east, standing({ state: "handled" }))).toEqual(["verifySolved", "sendToRework"]);
    expect(possibleActs(office, standing({ state: "solved" }))).toEqual(["strikeOff"]);
  });

  it("offers unblocking only of what is blocked, and a decision only where one is asked for", () => {
    expect(isPossible("unblock", standing({}))).toBe(false);
    expect(isPossible("unblock", standing({ blocked: "等待审批" }))).toBe(true);
    expect(isPossible("block", standing({ blocked: "等待审批" }))).toBe(false);
    expect(isPossible("decideExtension", standing({}))).toBe(false);
    expect(isPossible("decideExtension", standing({ extensionWaiting: true }))).toBe(true);
    expect(isPossible("askExtension", standing({ extensionWaiting: true }))).toBe(false);
    expect(isPossible("finishMilestone", standing({ openMilestones: 1 }))).toBe(true);
    expect(isPossible("finishMilestone", standing({}))).toBe(false);
  });

  it("offers nothing on what is struck off", () => {
    for (const actor of Object.values(everybody))
      expect(possibleActs(actor, standing({ state: "struckOff" }))).toEqual([]);
    expect(taskStates).toContain("struckOff");
  });
});
