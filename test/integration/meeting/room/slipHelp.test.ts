import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readSlip, slipQuery } from "~/meeting/room/slip/slipHelp";
import { slipHelp } from "~/meeting/room/slip/slipHelp.server";
import { read } from "~db/read";
import { dutyItem, problem, task, topic, unit } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { openDay, topicsOf } from "../../../builders/session";
import { dayAt, dispatchedTasks } from "../../../builders/task";

withDatabase();
withLive();

const month = "2026-03";
let district: SmallDistrict;
let topicId: string;
let tasks: string[];

beforeAll(async () => {
  district = await smallDistrict();
  const earlier = await dayAt(district, "2026-02", "followedUp");
  tasks = await dispatchedTasks(
    district,
    earlier,
    [
      {
        street: "east",
        lead: "works",
        due: "2026-04-10",
        title: "夜间照明",
        text: "更换东街损坏的路灯，恢复夜间照明。",
      },
      { street: "west", lead: "water", due: "2026-04-11", title: "弄堂积水", text: "疏通西弄下水道。" },
    ],
    "2026-02-20T03:00:00.000Z",
  );
  const dayId = await openDay(district, month, [{ street: "east", title: "东街路灯不亮", power: "works" }]);
  topicId = (await topicsOf(dayId))[1]!.id;
});

const asked = (words: string) => ({ topicId, title: "东街路灯不亮", words });
const helped = async (words: string, account = "office") =>
  mustSucceed(await slipHelp(district.actors[account]!, month, asked(words)));

describe("what is told of a slip while it is written", () => {
  it("is the open task that it may repeat, with who leads it and until when", async () => {
    const { tasks: like } = await helped("由施工单位把东街坏掉的路灯全部换新");
    expect(like.map(({ number }) => number)).toEqual([tasks[0]]);
    expect(like[0]).toMatchObject({ dueDate: "2026-04-10", leadUnitId: district.units.works });
    expect(like[0]!.common).toContain("路灯");
    expect(
      (await helped("由works单位牵头，water单位配合，研究设立社区老年食堂")).tasks.map(
        ({ number }) => number,
      ),
    ).not.toContain(tasks[1]);
  });

  it("tells of no task that the reader may not see, and of none that is done", async () => {
    const words = "由施工单位把东街坏掉的路灯全部换新";
    expect((await helped(words, "dept-water")).tasks).toEqual([]);
    const inState = (state: "solved" | "dispatched") =>
      transact((tx) => tx.update(task).set({ state }).where(eq(task.number, tasks[0]!)));
    await inState("solved");
    expect((await helped(words)).tasks).toEqual([]);
    await inState("dispatched");
  });

  it("is the unit that answers for it by the duty list, where its problem falls under none", async () => {
    const [works] = await read((db) => db.select().from(unit).where(eq(unit.id, district.units.works!)));
    await transact((tx) =>
      tx.insert(dutyItem).values({
        ...{ id: "lamps", ref: "9001", list: "takenBack", number: 1, matter: "城市路灯设施维护" },
        ...{ basis: "", unitId: works!.id, problemClass: "publicFacilities", places: "路灯" },
      } as never),
    );
    const lamps = { unitId: works!.id, duty: "城市路灯设施维护" };
    expect((await helped("更换路灯")).leads).toEqual([lamps]);
    const [about] = await read((db) => db.select().from(topic).where(eq(topic.id, topicId)));
    const under = (dutyItemId: string | null) =>
      transact((tx) => tx.update(problem).set({ dutyItemId }).where(eq(problem.id, about!.problemId!)));
    await under("lamps");
    expect((await helped("更换路灯")).leads).toEqual([]);
    await under(null);
  });

  it("is told to nobody to whom the room is closed", async () => {
    expect(await slipHelp(district.actors.admin!, month, asked("更换路灯"))).toMatchObject({ ok: false });
    expect(await slipHelp(district.actors.office!, "2031-01", asked("更换路灯"))).toMatchObject({
      ok: false,
    });
  });

  it("is asked for by what an address holds, and not before there is something to go by", () => {
    expect(slipQuery(asked("换灯"))).toBe("");
    const long = asked("换".repeat(1_000));
    expect(slipQuery(long).length).toBeLessThan(4_500);
    expect(readSlip(new URLSearchParams(slipQuery(asked("更换东街路灯"))))).toEqual(asked("更换东街路灯"));
  });
});
