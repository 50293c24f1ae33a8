import { describe, expect, it } from "vitest";
import type { Role } from "~/access/role";
import {
  canAnswerInvitation,
  canInRoom,
  holdsMeeting,
  type RoomRight,
  roomRightByPost,
} from "~/meeting/conduct/permission";
import { type Stage, stages } from "~/meeting/kind/stage";

const who = (role: Role, unitId = "somewhere", postId = "post") => ({ role, unitId, postId });
const people = {
  office: who("office", "office"),
  chair: who("leader", "district", "chair"),
  "another leader": who("leader", "district"),
  admin: who("admin", "office"),
  "host street": who("street", "host"),
  "another street": who("street", "other"),
  "community of the host": who("community", "host"),
  department: who("department", "works"),
};
const day = (stage: Stage) => ({
  kind: "consultationDay" as const,
  stage,
  organiserUnitId: "office",
  hostUnitId: "host",
  chairPostId: "chair",
});
const weekly = { ...day("agenda"), kind: "weekly" as const, organiserUnitId: "host" };
const before: readonly Stage[] = ["planned", "collecting", "screening"];
const open: readonly Stage[] = ["agenda", "inSession", "minutes"];
const writers = ["office", "chair", "host street"];

describe("the right in the live record", () => {
  for (const stage of stages)
    for (const [name, actor] of Object.entries(people)) {
      const right: RoomRight =
        before.includes(stage) || name === "admin"
          ? "none"
          : open.includes(stage) && writers.includes(name)
            ? "write"
            : "read";
      it(`${name} at ${stage}: ${right}`, () => {
        expect(canInRoom(actor, day(stage), false)).toBe(right);
      });
    }

  it("an invited unit writes until the minutes are issued", () => {
    const right = (stage: Stage) => canInRoom(people.department, day(stage), true);
    expect(stages.map(right)).toEqual(["none", "none", "none", "write", "write", "write", "read", "read"]);
  });

  it("issued minutes that are being amended are written by whoever issues them, and by nobody before they are issued", () => {
    for (const stage of ["issued", "followedUp"] as const)
      for (const [name, actor] of Object.entries(people))
        expect([name, canInRoom(actor, day(stage), true, true)]).toEqual([
          name,
          ["office", "chair"].includes(name) ? "write" : name === "admin" ? "none" : "read",
        ]);
    expect(canInRoom(people["another street"], day("minutes"), false, true)).toBe("read");
  });

  it("is none for the administrator, also where the unit of the post is invited", () => {
    for (const stage of stages) expect(canInRoom(people.admin, day(stage), true, true)).toBe("none");
  });

  it("whoever could write keeps the right of the post after issuing, so that late words become a proposal", () => {
    expect(roomRightByPost(people.department, day("issued"), true)).toBe("write");
    expect(roomRightByPost(people.department, day("issued"), false)).toBe("read");
    expect(roomRightByPost(people.office, day("screening"), false)).toBe("none");
  });
});

describe("facts of legal weight", () => {
  it("are entered by the office and the chair alone", () => {
    const able = Object.entries(people).filter(([, actor]) => holdsMeeting(actor, day("inSession")));
    expect(able.map(([name]) => name)).toEqual(["office", "chair"]);
  });

  it("nobody is the chair of a day without one", () => {
    expect(holdsMeeting(people.chair, { ...day("agenda"), chairPostId: null })).toBe(false);
  });
});

describe("a street's weekly meeting", () => {
  it("is held by the street and its chair, and does not exist for anybody who is not called", () => {
    const right = (actor: (typeof people)["office"], invited = false) => canInRoom(actor, weekly, invited);
    expect(right(people["host street"])).toBe("write");
    expect(right(people.chair)).toBe("write");
    expect(right(people.department, true)).toBe("write");
    for (const name of ["office", "another leader", "admin", "another street", "department"] as const)
      expect([name, right(people[name])]).toEqual([name, "none"]);
    expect(holdsMeeting(people.office, weekly)).toBe(false);
    expect(holdsMeeting(people["host street"], weekly)).toBe(true);
  });

  it("of the district office is not held by the administrator, whose post is in the same unit", () => {
    const ofOffice = { ...weekly, organiserUnitId: "office", hostUnitId: "office" };
    expect(holdsMeeting(people.office, ofOffice)).toBe(true);
    expect(holdsMeeting(people.admin, ofOffice)).toBe(false);
  });
});

describe("an invitation", () => {
  it("is answered by the invited unit, or by the office for it", () => {
    const able = Object.entries(people).filter(([, actor]) =>
      canAnswerInvitation(actor, day("agenda"), { unitId: "works" }),
    );
    expect(able.map(([name]) => name)).toEqual(["office", "chair", "department"]);
  });
});
