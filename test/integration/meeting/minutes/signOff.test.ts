import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "~/access/signIn/hashing.server";
import { draftMinutes } from "~/meeting/drafting/draftMinutes.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { readPaper } from "~/meeting/minutes/paper";
import { wordPaper } from "~/meeting/minutes/paperBlocks";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { returnMinutes, signMinutes } from "~/meeting/signoff/answerSignOff.server";
import { proposeMinutes } from "~/meeting/signoff/proposeMinutes.server";
import { showSignOff } from "~/meeting/signoff/showSignOff.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { addResolution, notesOf, wordingId } from "~/record/document/record";
import { read } from "~db/read";
import { minutes, notice, person } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive, writeInRoom } from "../../../builders/live";
import { chineseWords } from "../../../builders/paper";
import { mustSucceed } from "../../../builders/result";
import { draft, openDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const password = "three words and more";
let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
  const passwordHash = await hashPassword(password);
  const { personId } = district.actors.leader!;
  await transact((tx) => tx.update(person).set({ passwordHash }).where(eq(person.id, personId)));
});

/** A day after its session with drafted minutes in which nothing is missing. */
async function draftedDay(month: string) {
  const { office, leader } = district.actors as Record<"office" | "leader", SmallDistrict["actors"][string]>;
  const now = `${month}-20T03:00:00.000Z`;
  const dayId = await openDay(district, month, [{ street: "east", title: "人行道塌陷", power: "works" }]);
  const [, matter] = await topicsOf(dayId);
  await writeInRoom(office!, month, (document) =>
    addResolution(document, draft(district, matter!.id, month)),
  );
  const decided = { outcome: "passed" as const, note: "", reservations: "" };
  mustSucceed(await recordOutcome(office!, { slug: month, topicId: matter!.id, ...decided }, now));
  mustSucceed(await closeSession(office!, { slug: month }, now));
  mustSucceed(await draftMinutes(office!, { slug: month }, now));
  const standing = async () => {
    const page = mustSucceed(await showMinutes(leader!, month, null, now));
    return showSignOff(leader!, month, page.paper, page.missing.length === 0);
  };
  const edit = () =>
    writeInRoom(office!, month, (document) => {
      const text = notesOf(document, wordingId(matter!.id));
      text.insert(text.length, "即日起执行。");
    });
  return { office: office!, leader: leader!, now, dayId, standing, edit };
}

const toldOf = async (said: string, kind: string) =>
  (
    await read((db) =>
      db
        .select()
        .from(notice)
        .where(and(eq(notice.kind, kind as never))),
    )
  ).filter((row) => JSON.stringify(row).includes(said)).length;

describe("the sign-off of minutes", () => {
  it("is the chair's, with the password once more, of what was laid before them", async () => {
    const { office, leader, now, standing } = await draftedDay("2026-12");
    const slug = "2026-12";
    expect(await standing()).toMatchObject({ standing: "none", can: { propose: false, answer: false } });
    mustSucceed(await proposeMinutes(office, { slug }, now));
    const { sha256 } = (await standing())!;
    expect(await toldOf(leader.postId, "minutesToSign")).toBe(1);
    expect(await signMinutes(office, { slug, sha256, password }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await signMinutes(leader, { slug, sha256, password: "a wrong one" }, now)).toMatchObject({
      refusal: { code: "wrongOwnPassword", field: "password" },
    });
    expect(await issueMinutes(office, { slug }, now)).toMatchObject({ refusal: { code: "signOffMissing" } });
    mustSucceed(await signMinutes(leader, { slug, sha256, password }, now));
    expect(await standing()).toMatchObject({ standing: "signed", answered: { name: "leader员" } });
  });

  it("is printed with who signed, in which post and when", async () => {
    const { office } = district.actors;
    const now = "2026-12-20T03:00:00.000Z";
    mustSucceed(await issueMinutes(office!, { slug: "2026-12" }, now));
    const [issued] = await read((db) => db.select().from(minutes));
    const paper = readPaper(issued!.canonicalJson)!;
    expect(paper.signedBy).toMatchObject({ name: "leader员", at: now });
    const { attendance } = wordPaper(paper, chineseWords, "zh-CN");
    expect(attendance.at(-1)!.label).toBe("签发人");
    expect(attendance.at(-1)!.people[0]).toContain("leader员（2026年12月20日）");
  });
});

describe("a change after minutes were laid before the chair", () => {
  it("takes them back when the chair signs, and tells whoever laid them there", async () => {
    const { office, leader, now, standing, edit } = await draftedDay("2026-11");
    const slug = "2026-11";
    mustSucceed(await proposeMinutes(office, { slug }, now));
    const { sha256 } = (await standing())!;
    await edit();
    expect(await standing()).toMatchObject({ standing: "changed", before: {}, can: { answer: true } });
    expect(await signMinutes(leader, { slug, sha256, password }, now)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    expect((await standing())!.standing).toBe("takenBack");
    expect(await toldOf("takenBack", "minutesAnswered")).toBe(1);
  });

  it("takes a sign-off back, too", async () => {
    const { office, leader, now, standing, edit } = await draftedDay("2026-10");
    const slug = "2026-10";
    mustSucceed(await proposeMinutes(office, { slug }, now));
    const { sha256 } = (await standing())!;
    mustSucceed(await signMinutes(leader, { slug, sha256, password }, now));
    await edit();
    expect((await standing())!.standing).toBe("outdated");
    expect(await issueMinutes(office, { slug }, now)).toMatchObject({ refusal: { code: "signOffMissing" } });
  });

  it("is what the chair asks for by returning them", async () => {
    const { office, leader, now, standing } = await draftedDay("2026-09");
    const slug = "2026-09";
    mustSucceed(await proposeMinutes(office, { slug }, now));
    const { sha256 } = (await standing())!;
    mustSucceed(await returnMinutes(leader, { slug, sha256, words: "写明资金渠道" }, now));
    expect(await standing()).toMatchObject({ standing: "returned", answered: { words: "写明资金渠道" } });
    expect(await returnMinutes(leader, { slug, sha256, words: "再看" }, now)).toMatchObject({
      refusal: { code: "nothingToSign" },
    });
  });
});
