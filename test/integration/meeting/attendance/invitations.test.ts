import { beforeAll, describe, expect, it } from "vitest";
import { onAccessChange } from "~/access/accessChange.server";
import { addAttendee } from "~/meeting/attendance/addAttendee.server";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { decline } from "~/meeting/attendance/declineInvitation.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { nameDelegates } from "~/meeting/attendance/nameDelegates.server";
import { withdrawInvitation } from "~/meeting/attendance/withdrawInvitation.server";
import { rightByPost } from "~/meeting/conduct/roomRight.server";
import { read } from "~db/read";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { mustSucceed } from "../../../builders/result";
import { calledTo, delegate } from "../../../builders/session";
import { dayAt } from "../../../builders/task";

withDatabase();

const month = "2026-05";
const now = "2026-05-10T02:00:00.000Z";
let district: SmallDistrict;
let dayId: string;

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await dayAt(district, month, "agenda");
});

async function rowOf(slug: string) {
  const row = (await calledTo(dayId)).find((one) => one.unitId === district.units[slug]);
  if (!row) throw new Error(`${slug} is not called`);
  return row;
}

const rightOf = (account: string) => read((db) => rightByPost(db, district.actors[account]!, month));

describe("invitations", () => {
  it("let a unit write in the record from then on, and its people learn of it at once", async () => {
    const heard: unknown[] = [];
    const stop = onAccessChange(async (person) => void heard.push(person));
    expect(await rightOf("dept-works")).toBe("read");
    const invitations = [
      { unitId: district.units.works!, invitation: "lead" as const },
      { unitId: district.units.water!, invitation: "writtenOpinion" as const },
    ];
    mustSucceed(await inviteUnits(district.actors.office!, { slug: month, invitations }, now));
    stop();
    expect(await rightOf("dept-works")).toBe("write");
    expect(heard).toEqual([undefined]);
  });

  it("are changed, not doubled, when a unit is called again", async () => {
    const invitations = [{ unitId: district.units.water!, invitation: "assist" as const }];
    mustSucceed(await inviteUnits(district.actors.office!, { slug: month, invitations }, now));
    expect((await calledTo(dayId)).map((row) => row.invitation)).toEqual(["lead", "assist"]);
  });

  it("are the office's and the chair's to send", async () => {
    const invitations = [{ unitId: district.units.works!, invitation: "lead" as const }];
    const ask = (account: string) =>
      inviteUnits(district.actors[account]!, { slug: month, invitations }, now);
    expect(await ask("leader")).toMatchObject({ ok: true });
    expect(await ask("admin")).toMatchObject({ refusal: { code: "notFound" } });
    for (const account of ["street-east", "dept-works", "community-east"])
      expect(await ask(account), account).toMatchObject({ refusal: { code: "notAllowed" } });
  });

  it("are declined by the unit itself, with a reason, and taken up again by naming somebody", async () => {
    const { id } = await rowOf("works");
    const works = district.actors["dept-works"]!;
    const no = { slug: month, attendanceId: id, reason: "当日全市防汛演练" };
    expect(await decline(district.actors["dept-water"]!, no, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await decline(works, no, now));
    expect(await rowOf("works")).toMatchObject({ state: "declined", reason: "当日全市防汛演练" });
    expect(await rightOf("dept-works")).toBe("read");
    const people = [delegate({ personName: "周到", personTitle: "科长" })];
    mustSucceed(await nameDelegates(works, { slug: month, attendanceId: id, people }, now));
    expect(await rowOf("works")).toMatchObject({ state: "invited", reason: "", personName: "周到" });
  });

  it("are taken back while nobody has been called on them", async () => {
    const { id } = await rowOf("water");
    mustSucceed(await withdrawInvitation(district.actors.office!, { slug: month, attendanceId: id }, now));
    expect(await rightOf("dept-water")).toBe("read");
  });
});

describe("the roll call", () => {
  it("enters who came and keeps a name that was given before", async () => {
    const { id } = await rowOf("works");
    const answer = { slug: month, attendanceId: id, state: "present" as const };
    expect(await callRoll(district.actors["dept-works"]!, answer, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await callRoll(district.actors.leader!, answer, now));
    expect(await rowOf("works")).toMatchObject({ state: "present", personName: "周到", personTitle: "科长" });
  });

  it("cannot be undone by declining or by taking the invitation back", async () => {
    const { id } = await rowOf("works");
    const works = district.actors["dept-works"]!;
    expect(await decline(works, { slug: month, attendanceId: id, reason: "x" }, now)).toMatchObject({
      refusal: { code: "wrongStage" },
    });
    expect(
      await withdrawInvitation(district.actors.office!, { slug: month, attendanceId: id }, now),
    ).toMatchObject({ refusal: { code: "wrongStage" } });
  });

  it("takes in somebody more of an invited unit, and of one that was not called", async () => {
    const office = district.actors.office!;
    const more = { slug: month, personName: "吴越", state: "sittingIn" as const };
    mustSucceed(await addAttendee(office, { ...more, unitId: district.units.works! }, now));
    mustSucceed(await addAttendee(office, { ...more, unitId: district.units.water! }, now));
    expect((await calledTo(dayId)).map((row) => [row.invitation, row.state])).toEqual([
      ["lead", "present"],
      ["lead", "sittingIn"],
      ["onCall", "sittingIn"],
    ]);
  });

  it("knows nobody of another day", async () => {
    await dayAt(district, "2026-06", "agenda");
    const { id } = await rowOf("works");
    const answer = { slug: "2026-06", attendanceId: id, state: "absent" as const };
    expect(await callRoll(district.actors.office!, answer, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
  });
});
