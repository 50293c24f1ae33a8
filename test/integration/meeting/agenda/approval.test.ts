import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { approveAgenda, returnAgenda } from "~/meeting/agenda/answerApproval.server";
import { askApproval } from "~/meeting/agenda/askApproval.server";
import { changeTopic } from "~/meeting/agenda/changeTopic.server";
import { moveTopic } from "~/meeting/agenda/moveTopic.server";
import { publishAgenda } from "~/meeting/agenda/publishAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { showDay } from "~/plan/showDay.server";
import { placeDay } from "~/plan/year/placeDay.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { deviation, meeting } from "~db/schema";
import { approved } from "../../../builders/approval";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { screenedDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

let district: SmallDistrict;
let dayId: string;
const month = "2026-03";
const now = "2026-03-15T02:00:00.000Z";
const as = (account: string) => district.actors[account]!;
const page = async (account = "office") => mustSucceed(await showAgenda(as(account), month, now));
const standing = async () => (await page()).approval!.standing;
const nextOfDay = async () => mustSucceed(await showDay(as("office"), month, now)).next.key;
const steps = async (account: string) => {
  const items = (await myWork(as(account), now)).flatMap((group) => group.items);
  return items.flatMap(({ what }) => ("step" in what ? [what.step] : []));
};

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await screenedDay(district, month, [
    { street: "east", title: "人行道塌陷" },
    { street: "west", title: "河道淤积" },
  ]);
  mustSucceed(await startAgenda(as("office"), { slug: month }, now));
  const invitations = [{ unitId: district.units.works!, invitation: "lead" as const }];
  mustSucceed(await inviteUnits(as("office"), { slug: month, invitations }, now));
});

describe("the chair's approval of an agenda", () => {
  it("is asked for by the office, and stands in the chair's work", async () => {
    expect(await standing()).toBe("none");
    expect(await steps("office")).toContain("askAgendaApproval");
    expect(await askApproval(as("street-east"), { slug: month }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await askApproval(as("office"), { slug: month }, now));
    expect(await standing()).toBe("asked");
    expect(await steps("leader")).toContain("approveAgenda");
    expect(await steps("office")).not.toContain("askAgendaApproval");
  });

  it("is the chair's alone, and about the agenda that they have seen", async () => {
    const { sha256 } = (await page()).approval!;
    const answer = { slug: month, sha256 };
    expect(await approveAgenda(as("office"), answer, now)).toMatchObject({ refusal: { code: "notAllowed" } });
    const [, second] = await topicsOf(dayId);
    mustSucceed(await moveTopic(as("office"), { slug: month, topicId: second!.id, to: "down" }));
    expect(await standing()).toBe("askedOther");
    expect(await approveAgenda(as("leader"), answer, now)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
  });

  it("can be declined with words, which the office reads", async () => {
    const { sha256 } = (await page()).approval!;
    const answer = { slug: month, sha256, words: "请把河道淤积放在前面" };
    mustSucceed(await returnAgenda(as("leader"), answer, now));
    expect((await page()).approval).toMatchObject({
      standing: "returned",
      answered: { words: "请把河道淤积放在前面" },
      can: { ask: true, answer: false },
    });
    expect(await steps("office")).toContain("askAgendaApproval");
  });

  it("is taken back by any change of the agenda, and returns with the agenda that was approved", async () => {
    const { approval } = await page("leader");
    mustSucceed(await approveAgenda(as("leader"), { slug: month, sha256: approval!.sha256 }, now));
    expect(await standing()).toBe("approved");
    expect(await steps("office")).toContain("publishAgenda");
    const [, second] = await topicsOf(dayId);
    const words = (title: string) => changeTopic(as("office"), { slug: month, topicId: second!.id, title });
    mustSucceed(await words("人行道塌陷（永丰路）"));
    expect(await standing()).toBe("takenBack");
    expect(await nextOfDay()).toBe("askAgendaApproval");
    expect(await steps("office")).toContain("askAgendaApproval");
    expect(await steps("office")).not.toContain("publishAgenda");
    expect(await publishAgenda(as("office"), { slug: month }, now)).toMatchObject({
      refusal: { code: "agendaNotApproved" },
    });
    mustSucceed(await words("人行道塌陷"));
    expect(await standing()).toBe("approved");
    mustSucceed(await words("人行道塌陷（永丰路）"));
  });

  it("can be done without by a deviation, which is kept", async () => {
    const said = { slug: month, reason: "主持人出差，会期不变" };
    const by = as("leader");
    mustSucceed(
      await approved(by, now, (approver) => publishAgenda(as("office"), { ...said, approver }, now)),
    );
    const kept = await read((db) => db.select().from(deviation).where(eq(deviation.meetingId, dayId)));
    expect(kept).toMatchObject([{ step: "agendaUnapproved", reason: said.reason }]);
    expect(await standing()).toBe("takenBack");
  });

  it("is given by a chair who publishes", async () => {
    mustSucceed(await publishAgenda(as("leader"), { slug: month }, now));
    expect(await standing()).toBe("approved");
  });
});

describe("the times of an agenda", () => {
  it("follow from when the day begins, and move with its topics", async () => {
    const [held] = await read((db) => db.select().from(meeting).where(eq(meeting.id, dayId)));
    const placed = { month, startsAt: "09:00", place: "", plannedMinutes: 50, version: held!.version };
    mustSucceed(await placeDay(as("office"), placed, now));
    const times = async () =>
      (await page()).lines.map(({ title, time }) => [title, time.from, time.until, time.over]);
    expect(await times()).toEqual([
      ["上次会商日任务回头看", "09:00", "09:30", false],
      ["河道淤积", "09:30", "09:45", false],
      ["人行道塌陷（永丰路）", "09:45", "10:00", true],
    ]);
    const [, second] = await topicsOf(dayId);
    mustSucceed(await moveTopic(as("office"), { slug: month, topicId: second!.id, to: "up" }));
    expect((await times()).slice(1)).toEqual([
      ["人行道塌陷（永丰路）", "09:30", "09:45", false],
      ["河道淤积", "09:45", "10:00", true],
    ]);
    expect((await page()).length).toEqual({ minutes: 60, planned: 50, startsAt: "09:00" });
  });
});
