import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { isPossible, possibleActs } from "~/task/acts/possibleActs";
import {
  canSeeTask,
  canTask,
  type TaskAct,
  type TaskCondition,
  type TaskParties,
  taskActs,
} from "~/task/permission";
import { taskStates } from "~/task/taskState";

type Asking = Pick<Actor, "role" | "unitId" | "streetId" | "postId">;

const who = (role: Actor["role"], unitId: string, streetId: string | null = null): Asking => ({
  role,
  unitId,
  streetId,
  postId: `post of ${unitId}`,
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
};
const byEast: TaskParties = {
  streetId: "east",
  leadUnitId: "east",
  assistingUnitIds: [],
  overseerUnitId: null,
};
const byWest: TaskParties = {
  streetId: "east",
  leadUnitId: "west",
  assistingUnitIds: [],
  overseerUnitId: null,
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

  it("another street leads: the street of the place verifies", () => {
    const rights = rightsOf(byWest);
    expect(rights.west).toEqual(lead);
    expect(rights.east).toEqual(verify);
  });

  it("never gives the doer the verification, whoever it is", () => {
    for (const task of [byWorks, byEast, byWest])
      for (const actor of Object.values(everybody))
        expect(canTask(actor, "claimHandled", task) && canTask(actor, "verifySolved", task)).toBe(false);
  });
});

describe("who sees a task", () => {
  it("the district, the street of the place with its communities, the lead and those who assist, not the administrator", () => {
    const seeing = (task: TaskParties) =>
      Object.entries(everybody)
        .filter(([, actor]) => canSeeTask(actor, task))
        .map(([name]) => name);
    expect(seeing(byWorks)).toEqual(["office", "leader", "east", "eastLane", "works", "water"]);
    expect(seeing(byWest)).toEqual(["office", "leader", "east", "west", "eastLane"]);
    expect(
      seeing({ streetId: "west", leadUnitId: "water", assistingUnitIds: [], overseerUnitId: null }),
    ).toEqual(["office", "leader", "west", "water"]);
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
