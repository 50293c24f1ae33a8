import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { answerOrder, orderTask } from "~/task/acts/orderTask.server";
import { showTask } from "~/task/page/showTask.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { taskOrder } from "~db/schema";
import { freshDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { mustSucceed } from "../../../builders/result";
import { dayAt, dispatchedTasks } from "../../../builders/task";

const now = "2027-02-20T02:00:00.000Z";
let fresh: ReturnType<typeof freshDatabase>;
let district: SmallDistrict;
let number: string;
let other: string;

beforeAll(async () => {
  fresh = freshDatabase();
  district = await smallDistrict();
  const november = await dayAt(district, "2026-11", "issued");
  [number, other] = (await dispatchedTasks(
    district,
    november,
    [
      { street: "east", lead: "works", due: "2026-12-10" },
      { street: "west", lead: "water", due: "2026-12-12" },
    ],
    "2026-11-22T02:00:00.000Z",
  )) as [string, string];
  for (const month of ["2026-12", "2027-01", "2027-02"]) {
    await dayAt(district, month, "inSession");
    const said = { slug: month, number, statement: "delayed" as const, text: "缺审批" };
    mustSucceed(await stateAtLookBack(who("office"), said, `${month}-20T01:00:00.000Z`));
  }
});
afterAll(() => fresh.remove());

const who = (account: string) => district.actors[account]!;
const work = async (account: string) =>
  (await myWork(who(account), now)).flatMap(({ items }) =>
    items.flatMap(({ what, task }) => ("kind" in what && task ? [`${what.kind} ${task.number}`] : [])),
  );
const order = { kind: "order" as const, text: "三日内把审批跑下来", answerBy: "2027-02-26" };
const code = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? "done";

describe("a task that was carried over too often", () => {
  it("stands in the work of the leader who chaired, until they step in; then in that of the lead unit", async () => {
    expect(await work("leader")).toEqual([`stepIn ${number}`]);
    mustSucceed(await orderTask(who("leader"), { number, ...order }, now));
    expect(await work("leader")).toEqual([`waitOrder ${number}`]);
    expect(await work("dept-works")).toContain(`answerOrder ${number}`);
    const [row] = await read((db) => db.select().from(taskOrder));
    const answer = { number, orderId: row!.id, text: "审批已受理" };
    expect(code(await answerOrder(who("street-east"), answer, now))).toBe("notAllowed");
    expect(code(await answerOrder(who("dept-water"), answer, now))).toBe("notFound");
    mustSucceed(await answerOrder(who("dept-works"), answer, now));
    expect(code(await answerOrder(who("dept-works"), answer, now))).toBe("orderAnswered");
    expect(await work("leader")).toEqual([]);
    const shown = await showTask(who("street-east"), number, now, () => undefined);
    expect(shown!.orders).toMatchObject([{ kind: "order", text: order.text, answer: "审批已受理" }]);
  });

  it("is ordered about by leaders alone, and only where it was carried over too often", async () => {
    for (const account of ["office", "dept-works", "street-east"])
      expect(code(await orderTask(who(account), { number, ...order }, now))).toBe("notAllowed");
    expect(code(await orderTask(who("admin"), { number, ...order }, now))).toBe("notFound");
    expect(code(await orderTask(who("leader"), { number: other, ...order }, now))).toBe("notEscalated");
    const past = { number, ...order, answerBy: "2027-02-19" };
    expect(code(await orderTask(who("leader"), past, now))).toBe("orderDayPast");
  });

  it("is taken over once, and followed until it is solved", async () => {
    const over = { number, kind: "takeOver" as const, text: "由我牵头协调" };
    mustSucceed(await orderTask(who("leader"), over, now));
    expect(code(await orderTask(who("leader"), over, now))).toBe("takenOverAlready");
    expect(await work("leader")).toEqual([`followTask ${number}`]);
    const [row] = await read((db) => db.select().from(taskOrder).where(eq(taskOrder.kind, "takeOver")));
    const answer = { number, orderId: row!.id, text: "收到" };
    expect(code(await answerOrder(who("dept-works"), answer, now))).toBe("orderAnswered");
  });
});
