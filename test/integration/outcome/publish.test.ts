import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sendTaskToRework } from "~/meeting/stage/sendTaskToRework.server";
import { publicHome } from "~/outcome/publicHome.server";
import { publicMatter } from "~/outcome/publicMatter.server";
import { publicationPage } from "~/outcome/publishing/publicationPage.server";
import { publishOutcome } from "~/outcome/publishing/publishOutcome.server";
import { withdrawOutcome } from "~/outcome/publishing/withdrawOutcome.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import { read } from "~db/read";
import { ledgerEntry } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { dayWith } from "../../builders/outcome";
import { mustSucceed } from "../../builders/result";

withDatabase();

const now = "2026-12-05T02:00:00.000Z";
let district: SmallDistrict;

beforeAll(async () => {
  district = await smallDistrict();
  await dayWith(district, {
    ...{ month: "2026-11", host: "east", stage: "issued", issued: 11 },
    topics: [
      {
        ...{ number: "EST-2026-0001", street: "east", title: "路灯" },
        promises: [
          {
            ...{ task: "RW-2026-0001", lead: "works", text: "修灯。", due: "2026-12-20" },
            ...{ state: "solved", solvedAt: "2026-12-02T02:00:00.000Z" },
          },
          { task: "RW-2026-0002", lead: "works", text: "换灯。", due: "2026-12-20", state: "handled" },
        ],
      },
    ],
  });
});

const publish = (account: string, number: string, text = "灯亮了。") =>
  publishOutcome(district.actors[account]!, { number, text }, now);
const withdraw = (account: string, reason = "地点写错了") =>
  withdrawOutcome(district.actors[account]!, { number: "RW-2026-0001", reason }, now);
const onHome = async () =>
  (await publicHome(now)).doneSince.map(({ promise }) => promise.outcome?.text ?? null);

describe("publishing an outcome", () => {
  it("is the office's alone, whatever else somebody may do", async () => {
    // The administrator sees no task.
    expect(await publish("admin", "RW-2026-0001")).toMatchObject({ refusal: { code: "notFound" } });
    for (const account of ["leader", "street-east", "community-east", "dept-works"]) {
      expect(await publish(account, "RW-2026-0001")).toMatchObject({ refusal: { code: "notAllowed" } });
      expect(await withdraw(account)).toMatchObject({ refusal: { code: "notAllowed" } });
      expect(await publicationPage(district.actors[account]!, "RW-2026-0001", now)).toMatchObject({
        refusal: { code: "notAllowed" },
      });
    }
  });

  it("refuses the doer's own claim, an unknown task, nothing, and what may be personal", async () => {
    expect(await publish("office", "RW-2026-0002")).toMatchObject({ refusal: { code: "notLookedAt" } });
    expect(await publish("office", "RW-2026-0999")).toMatchObject({ refusal: { code: "notFound" } });
    for (const text of ["  ", "长".repeat(301), "有事打000 0000 0000"])
      expect(await publish("office", "RW-2026-0001", text)).toMatchObject({
        refusal: { code: "invalid", field: "text" },
      });
    expect(await onHome()).toEqual([null]);
  });

  it("lets what was marked stand once the office has looked at it", async () => {
    const text = "见许可证，编号000000000001。";
    const number = "RW-2026-0001";
    expect(await publish("office", number, text)).toMatchObject({
      refusal: { code: "invalid", field: "text" },
    });
    const { office } = district.actors;
    mustSucceed(await publishOutcome(office!, { number, text, lookedAt: "yes" }, now));
    expect(await onHome()).toEqual([text]);
    const reason = "编号000000000001写错了";
    mustSucceed(await withdrawOutcome(office!, { number, reason, lookedAt: "yes" }, now));
  });

  it("stands before residents until it is withdrawn, and can then be published anew", async () => {
    expect(await withdraw("office")).toMatchObject({ refusal: { code: "notPublished" } });
    expect((await publish("office", "RW-2026-0001")).ok).toBe(true);
    expect(await onHome()).toEqual(["灯亮了。"]);
    expect(await publish("office", "RW-2026-0001")).toMatchObject({ refusal: { code: "alreadyPublished" } });
    expect((await publish("office", "RW-2026-0001", "西段的灯也亮了。")).ok).toBe(true);
    expect(await onHome()).toEqual(["西段的灯也亮了。"]);
    expect((await withdraw("office")).ok).toBe(true);
    expect(await onHome()).toEqual(["灯亮了。"]);
    expect((await withdraw("office")).ok).toBe(true);
    expect(await onHome()).toEqual([null]);
    expect((await publish("office", "RW-2026-0001", "东段的灯亮了。")).ok).toBe(true);
    expect(await onHome()).toEqual(["东段的灯亮了。"]);
  });

  it("leaves a trace of each step, and shows the office what was taken back", async () => {
    const verbs = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.postId, district.actors.office!.postId)),
    );
    expect(verbs.map((entry) => entry.verb)).toEqual([
      "outcome.publishTopic",
      "outcome.publishOutcome",
      "outcome.withdrawOutcome",
      "outcome.publishOutcome",
      "outcome.publishOutcome",
      "outcome.withdrawOutcome",
      "outcome.withdrawOutcome",
      "outcome.publishOutcome",
    ]);
    const page = await publicationPage(district.actors.office!, "RW-2026-0001", now);
    expect(page).toMatchObject({
      value: {
        standing: [{ text: "东段的灯亮了。" }],
        withdrawn: [{ text: "西段的灯也亮了。" }, { text: "灯亮了。", withdrawnReason: "地点写错了" }, {}],
        can: { publish: true, withdraw: true },
      },
    });
  });

  it("does not let what was told of a failed check stand as the result once it is solved", async () => {
    const { actors } = district;
    const number = "RW-2026-0002";
    const text = "还差三盏。";
    const at = (hour: number) => `2026-12-06T0${hour}:00:00.000Z`;
    mustSucceed(await sendTaskToRework(actors["street-east"]!, { number, text }, at(1)));
    mustSucceed(await publishOutcome(actors.office!, { number, text }, at(2)));
    mustSucceed(
      await claimHandled(actors["dept-works"]!, { number, text: "补好了", evidence: "照片" }, at(3)),
    );
    mustSucceed(await verifySolved(actors["street-east"]!, { number, text: "看过了" }, at(4)));
    const home = await publicHome(at(5));
    expect(home.doneSince.map(({ promise }) => promise.outcome?.text ?? null)).toContain(null);
    const found = await publicMatter("EST-2026-0001", at(5));
    expect(JSON.stringify(found)).toContain(text);
  });
});
