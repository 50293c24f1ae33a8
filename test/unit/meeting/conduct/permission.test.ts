import { describe, expect, it } from "vitest";
import type { Role } from "~/access/role";
import { type Participation, participationBy, strongestOf } from "~/meeting/conduct/attendance";
import {
  canAnswerInvitation,
  canInRoom,
  holdsMeeting,
  type RoomRight,
  roomRightByPost,
} from "~/meeting/conduct/permission";
import { type Stage, type Station, stages } from "~/meeting/kind/stage";

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
        expect(canInRoom(actor, day(stage), "none")).toBe(right);
      });
    }

  it("a unit invited to take part writes until the minutes are issued", () => {
    for (const part of ["takesPart", "leads"] as const) {
      const right = (stage: Stage) => canInRoom(people.department, day(stage), part);
      expect(stages.map(right)).toEqual(["none", "none", "none", "write", "write", "write", "read", "read"]);
    }
  });

  it("of a cancelled meeting everybody reads what they could see before, and nobody writes", () => {
    const cancelled = (cancelledAtStage: Station) => ({ ...day("cancelled"), cancelledAtStage });
    for (const actor of [people.office, people.chair, people["host street"], people.department]) {
      for (const right of [roomRightByPost, canInRoom])
        expect(right(actor, cancelled("agenda"), "leads")).toBe("read");
      expect(roomRightByPost(actor, cancelled("collecting"), "leads")).toBe("none");
    }
    const ofStreet = { ...weekly, stage: "cancelled" as const, cancelledAtStage: "agenda" as const };
    expect(roomRightByPost(people.department, ofStreet, "none")).toBe("none");
  });

  it("who is asked for a written opinion only reads, also where only participants know of a meeting", () => {
    expect(open.map((stage) => canInRoom(people.department, day(stage), "follows"))).toEqual(
      open.map(() => "read"),
    );
    expect(canInRoom(people.department, weekly, "follows")).toBe("read");
    expect(canInRoom(people.department, weekly, "none")).toBe("none");
    expect(participationBy("writtenOpinion", "invited")).toBe("follows");
    expect(participationBy("writtenOpinion", "present")).toBe("follows");
    expect(participationBy("lead", "declined")).toBe("none");
  });

  it("a unit called in two ways has the stronger one", () => {
    expect(strongestOf(["follows", "leads", "takesPart"])).toBe("leads");
    expect(strongestOf([])).toBe("none");
  });

  it("issued minutes that are being amended are written by whoever issues them, and by nobody before they are issued", () => {
    for (const stage of ["issued", "followedUp"] as const)
      for (const [name, actor] of Object.entries(people))
        expect([name, canInRoom(actor, day(stage), "leads", true)]).toEqual([
          name,
          ["office", "chair"].includes(name) ? "write" : name === "admin" ? "none" : "read",
        ]);
    expect(canInRoom(people["another street"], day("minutes"), "none", true)).toBe("read");
  });

  it("is none for the administrator, also where the unit of the post is invited", () => {
    for (const stage of stages) expect(canInRoom(people.admin, day(stage), "leads", true)).toBe("none");
  });

  it("whoever could write keeps the right of the post after issuing, so that late words become a proposal", () => {
    expect(roomRightByPost(people.department, day("issued"), "takesPart")).toBe("write");
    expect(roomRightByPost(people.department, day("issued"), "none")).toBe("read");
    expect(roomRightByPost(people.office, day("screening"), "none")).toBe("none");
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
    const right = (actor: (typeof people)["office"], part: Participation = "none") =>
      canInRoom(actor, weekly, part);
    expect(right(people["host street"])).toBe("write");
    expect(right(people.chair)).toBe("write");
    expect(right(people.department, "takesPart")).toBe("write");
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
