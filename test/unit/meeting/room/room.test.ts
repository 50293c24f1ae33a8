import { describe, expect, it } from "vitest";
import { countRoll, neighbourPlace, nextInRoom } from "~/meeting/room/roomView";
import {
  closeReason,
  firstStatus,
  isHandedOver,
  readNews,
  savedWord,
  takesEdits,
} from "~/record/live/connectionStatus";
import { initials, presentPeople } from "~/record/live/presence";
import { personKeys } from "~/unit/nameReading.server";

describe("what the page says of what was written", () => {
  const synced = { ...firstStatus, link: "synced" as const, hasRecord: true };

  it("is 'saved' only when nothing waits, neither on the way nor in a field", () => {
    expect(savedWord(synced, true)).toBe("saved");
    expect(savedWord({ ...synced, pending: 1 }, true)).toBe("saving");
    expect(savedWord({ ...synced, drafts: 1 }, true)).toBe("saving");
  });

  it("never is 'saved' without the server", () => {
    for (const link of ["connecting", "offline", "closed"] as const)
      expect(savedWord({ ...synced, link }, true)).not.toBe("saved");
    expect(savedWord({ ...synced, link: "connecting", pending: 2 }, true)).toBe("offline");
  });

  it("is written only where it still leads somewhere", () => {
    const frozen = { state: "frozen" as const, epoch: 1, facts: 0 };
    expect(takesEdits(synced)).toBe(true);
    expect(takesEdits({ ...synced, link: "offline" })).toBe(true);
    expect(takesEdits({ ...synced, news: frozen })).toBe(false);
    expect(takesEdits({ ...synced, link: "closed", closedCode: 4403 })).toBe(false);
    // Signed in again, the page brings home what was written meanwhile.
    expect(takesEdits({ ...synced, link: "closed", closedCode: 4401 })).toBe(true);
  });

  it("does not speak of saving to who only reads", () => {
    expect(savedWord(synced, false)).toBe("reading");
    expect(savedWord({ ...synced, link: "offline" }, false)).toBe("offline");
  });
});

describe("the end of a connection", () => {
  it("has a reason of its own for every code, and one for codes to come", () => {
    expect(closeReason(4401)).toBe("signedOut");
    expect(closeReason(4423)).toBe("frozen");
    expect(closeReason(4499)).toBe("unknown");
  });

  it("leaves nothing on the device when what was kept has been handed over", () => {
    expect([4410, 4423].every(isHandedOver)).toBe(true);
    expect([4401, 4403, 4409, 4413, 4429].some(isHandedOver)).toBe(false);
  });
});

describe("the server's word on the room", () => {
  it("is read where it is one", () => {
    expect(readNews({ server: { state: "frozen", epoch: 2, facts: 5 } })).toEqual({
      state: "frozen",
      epoch: 2,
      facts: 5,
    });
    expect(readNews({ user: { name: "x" } })).toBeNull();
    expect(readNews(undefined)).toBeNull();
  });
});

describe("who is in the room", () => {
  const water = { zh: "区水务局", en: "Water Bureau" };
  const state = (personId: string, name: string, more: object = {}) => ({
    user: { personId, name, sortKey: personKeys(name).sortKey, unit: water, seat: 7 },
    ...more,
  });

  it("is told without oneself, the server, and whoever has no name yet", () => {
    const states = new Map<number, unknown>([
      [0, { server: {} }],
      [1, state("me", "我")],
      [2, state("p2", "王志强", { topic: "t1" })],
      [3, { topic: "t1" }],
    ]);
    expect(presentPeople(states, 1)).toEqual([
      {
        personId: "p2",
        name: "王志强",
        sortKey: personKeys("王志强").sortKey,
        unit: water,
        seat: 7,
        topicId: "t1",
        field: null,
        writes: false,
      },
    ]);
  });

  it("stands in the order of the surnames as they are read", () => {
    const names = ["杨帆", "单雪松", "曾建军", "仇英", "丁美华"];
    const states = new Map(names.map((name, at) => [at + 2, state(`p${at}`, name)]));
    const shown = presentPeople(states, 1).map(({ name }) => name);
    // ding, qiu, shan, yang, zeng; by their commonest readings they would be chou, dan and ceng.
    expect(shown).toEqual(["丁美华", "仇英", "单雪松", "杨帆", "曾建军"]);
  });

  it("has a person with two windows once, where they write", () => {
    const states = new Map<number, unknown>([
      [2, state("p2", "王志强", { topic: "t1" })],
      [3, state("p2", "王志强", { topic: "t2", cursor: {} })],
    ]);
    expect(presentPeople(states, 1).map((person) => person.topicId)).toEqual(["t2"]);
  });

  it("takes no number of a place that could be something else", () => {
    const [person] = presentPeople(new Map([[2, { user: { personId: "p", seat: "1);x:y" } }]]), 1);
    expect(person?.seat).toBe(0);
  });

  it("stands for a name with its surname, or with initials", () => {
    expect(initials("王志强")).toBe("王");
    expect(initials("Anna Maria Weber")).toBe("AM");
  });
});

describe("what comes next in the room", () => {
  const facts = {
    stage: "inSession" as const,
    roll: { called: 4, present: 3, sittingIn: 0, excused: 0, absent: 0, waiting: 1 },
    quorum: { invited: 4, present: 3, needed: 3, reached: true },
    lookBack: { stated: 2, total: 2, complete: true },
    amendment: null,
  };
  const noQuorum = { ...facts.quorum, reached: false };

  it("is the roll, then the quorum, then the look-back, then the topics, then the end", () => {
    expect(nextInRoom({ ...facts, quorum: noQuorum }, 5)).toBe("roll");
    expect(nextInRoom({ ...facts, quorum: noQuorum, roll: { ...facts.roll, waiting: 0 } }, 5)).toBe("quorum");
    expect(nextInRoom({ ...facts, lookBack: { stated: 1, total: 2, complete: false } }, 5)).toBe("lookBack");
    expect(nextInRoom(facts, 5)).toBe("decide");
    expect(nextInRoom(facts, 0)).toBe("close");
    expect(nextInRoom({ ...facts, stage: "minutes" }, 0)).toBe("minutes");
  });

  it("is, of issued minutes, to read them, or to finish amending them", () => {
    const amendment = { reason: "漏记", adopted: [] };
    expect(nextInRoom({ ...facts, stage: "issued" }, 0)).toBe("issued");
    expect(nextInRoom({ ...facts, stage: "followedUp", amendment }, 0)).toBe("amend");
  });

  it("counts a unit that declined as excused, and one that was not called as waiting", () => {
    const rows = (["present", "declined", "excused", "invited", "absent"] as const).map((state) => ({
      state,
      invitation: "lead" as const,
    }));
    expect(countRoll(rows)).toEqual({
      called: 5,
      present: 1,
      sittingIn: 0,
      excused: 2,
      absent: 1,
      waiting: 1,
    });
  });

  it("does not wait for a unit that only writes its opinion, and counts it once it is there", () => {
    const roll = countRoll([
      { state: "invited", invitation: "writtenOpinion" },
      { state: "declined", invitation: "onCall" },
      { state: "sittingIn", invitation: "onCall" },
    ]);
    expect(roll).toMatchObject({ called: 1, sittingIn: 1, excused: 0, waiting: 0 });
  });
});

it("moves a topic by one place, and not past the ends", () => {
  const order = ["a", "b", "c"];
  expect(neighbourPlace(order, "b", -1)).toBe("a");
  expect(neighbourPlace(order, "a", 1)).toBe("c");
  expect(neighbourPlace(order, "b", 1)).toBeNull();
  expect(neighbourPlace(order, "a", -1)).toBeUndefined();
  expect(neighbourPlace(order, "c", 1)).toBeUndefined();
  expect(neighbourPlace(order, "gone", 1)).toBeUndefined();
});
