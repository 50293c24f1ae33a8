import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { change } from "~/ledger/change.server";
import { enterChannel } from "~/problem/enterChannel.server";
import { listAgain } from "~/problem/list/carryToNextList.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { putListingBack, removeListing } from "~/problem/list/removeListing.server";
import { submitList } from "~/problem/list/submitList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { acceptList } from "~/problem/screening/acceptList.server";
import { decideListing } from "~/problem/screening/decideListing.server";
import { returnList } from "~/problem/screening/returnList.server";
import { digestOf } from "~/problem/version/freezeVersion.server";
import { showVersions } from "~/problem/version/showVersions.server";
import { read } from "~db/read";
import { listVersion, listVersionRow, problemChannel } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { listedProblem, setStage, someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
const month = "2026-12";
const list = { month, street: "east" };
let district: SmallDistrict;
let day: string;
let first: Awaited<ReturnType<typeof listedProblem>>;
let second: typeof first;

beforeAll(async () => {
  district = await smallDistrict();
  day = await someDay(district, month, "collecting");
  first = await listedProblem(district, "street-east", month);
  second = await listedProblem(district, "street-east", month, { title: "路灯不亮" });
});

const as = (account: string) => district.actors[account]!;
const versions = (account: string, asked = {}) => showVersions(as(account), { ...list, ...asked });

describe("versions of a list", () => {
  it("keeps a list as it is submitted, with a digest of it", async () => {
    expect(await versions("street-east")).toBeNull();
    mustSucceed(await submitList(as("street-east"), { month }, someInstant));
    const view = (await versions("office"))!;
    expect(view.versions).toMatchObject([{ number: 1, rows: 2, outcome: "waiting" }]);
    expect(view.difference).toBeNull();
    const whole = { month, street: district.units.east!, number: 1, rows: view.rows };
    expect(view.versions[0]!.sha256).toBe(digestOf(whole));
    expect(await versions("street-west")).toBeNull();
    expect(await versions("dept-works")).toBeNull();
  });

  it("is accepted once by the office, and by nobody else", async () => {
    expect(await acceptList(as("leader"), list, someInstant)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await acceptList(as("office"), list, someInstant));
    expect(await acceptList(as("office"), list, someInstant)).toMatchObject({
      refusal: { code: "alreadyAccepted" },
    });
    expect((await versions("street-east"))!.versions[0]).toMatchObject({ outcome: "accepted" });
  });

  it("makes a new version when it was returned and is sent again, and tells the difference", async () => {
    mustSucceed(await returnList(as("office"), { ...list, reason: "请写清地点" }, someInstant));
    const edit = { number: first.number, question: "由哪个单位承担费用？" };
    mustSucceed(await editProblem(as("street-east"), edit, someInstant));
    mustSucceed(await removeListing(as("street-east"), { listingIds: [second.listingId] }, someInstant));
    const third = await listedProblem(district, "street-east", month, { title: "河道有异味" });
    mustSucceed(await submitList(as("street-east"), { month }, someInstant));

    const view = (await versions("community-east"))!;
    expect(view.versions.map(({ number, outcome, returnReason }) => [number, outcome, returnReason])).toEqual(
      [
        [2, "waiting", null],
        [1, "returned", "请写清地点"],
      ],
    );
    expect(view.difference).toMatchObject({
      added: [{ number: third.number, title: "河道有异味" }],
      removed: [{ number: second.number }],
      changed: [{ number: first.number, fields: [{ field: "question", kind: "words" }] }],
    });
    const old = (await versions("office", { version: 1 }))!;
    expect([old.shown, old.rows.length, old.difference]).toEqual([1, 2, null]);
  });

  it("cannot be changed afterwards", async () => {
    const [one] = await read((db) => db.select().from(listVersion).where(eq(listVersion.number, 1)));
    const tries = [
      () => transact((tx) => tx.update(listVersion).set({ sha256: "0" }).where(eq(listVersion.id, one!.id))),
      () => transact((tx) => tx.delete(listVersion).where(eq(listVersion.id, one!.id))),
      () => transact((tx) => tx.update(listVersionRow).set({ title: "别的" })),
      () => transact((tx) => tx.delete(listVersionRow)),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow();
  });
});

describe("the channel of a problem", () => {
  const now = async (number: string) => (await showProblem(as("street-east"), number))?.channel;

  it("is the list on which it stands, and none when it is taken off", async () => {
    expect(await now(first.number)).toMatchObject({ channel: "list", number: month });
    expect(await now(second.number)).toBeNull();
  });

  it("is settled when it was solved before the day, until that is taken back", async () => {
    await setStage(day, "screening");
    const decide = (input: object) =>
      decideListing(as("office"), { listingId: first.listingId, ...input } as never, someInstant);
    mustSucceed(await decide({ decision: "solvedBefore", text: "养护单位已修好" }));
    const view = (await showProblem(as("street-east"), first.number))!;
    expect(view.channel).toMatchObject({ channel: "settled", reason: "养护单位已修好" });
    expect(view.history).toContainEqual(
      expect.objectContaining({ kind: "channel", code: "settled", from: "list" }),
    );
    mustSucceed(await decide({ decision: "undecided" }));
    expect(await now(first.number)).toMatchObject({ channel: "list" });
    expect((await versions("office"))!.versions[0]).toMatchObject({ outcome: "accepted" });
    mustSucceed(await decide({ decision: "solvedBefore", text: "养护单位已修好" }));
  });

  it("refuses a second channel, and is changed with a reason only", async () => {
    await someDay(district, "2027-01", "collecting");
    const again = (input: object) =>
      listAgain(as("street-east"), { number: first.number, month: "2027-01", ...input }, someInstant);
    expect(await again({})).toMatchObject({ refusal: { code: "isSettled", values: { number: month } } });
    mustSucceed(await again({ reason: "又塌了一处" }));
    expect(await now(first.number)).toMatchObject({
      channel: "list",
      number: "2027-01",
      reason: "又塌了一处",
    });
    const whistle = { channel: "whistle" as const, subjectId: "a whistle", number: "HS-2026-0009" };
    const blow = (reason?: string) =>
      change(as("office"), someInstant, (tx, book) =>
        enterChannel(tx, book, { problemId: first.problemId, ...whistle, reason, by: null }, someInstant),
      );
    expect(await blow()).toMatchObject({ refusal: { code: "alreadyListed", values: { number: "2027-01" } } });
    mustSucceed(await blow("情况紧急"));
    expect(await again({})).toMatchObject({ refusal: { code: "alreadyListed" } });
    expect(
      await putListingBack(as("street-east"), { listingIds: [first.listingId] }, someInstant),
    ).toMatchObject({ ok: false });
    const rows = await read((db) =>
      db.select().from(problemChannel).where(eq(problemChannel.problemId, first.problemId)),
    );
    expect(rows.filter((row) => row.until === null)).toMatchObject([whistle]);
  });

  it("holds a problem once, whoever writes", async () => {
    const [row] = await read((db) => db.select().from(problemChannel).limit(1));
    const second = { ...row!, id: "another", until: null, problemId: first.problemId };
    await expect(transact((tx) => tx.insert(problemChannel).values(second))).rejects.toThrow();
  });
});
