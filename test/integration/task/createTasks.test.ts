import { beforeAll, describe, expect, it } from "vitest";
import { change } from "~/ledger/change.server";
import { done, refuse } from "~/ledger/result";
import { createTasks, type NewTask } from "~/task/createTasks.server";
import { read } from "~db/read";
import { ledgerEntry, milestone, task, taskEntry } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { adoptedResolutions, dayAt } from "../../builders/task";

withDatabase();
const now = "2026-11-21T02:00:00.000Z";
let district: SmallDistrict;
let wanted: NewTask[];

beforeAll(async () => {
  district = await smallDistrict();
  const dayId = await dayAt(district, "2026-11", "minutes");
  const wishes = [
    { street: "east", lead: "works", due: "2026-12-10", milestones: [{ text: "勘察", due: "2026-11-28" }] },
    { street: "west", lead: "water", due: "2026-12-15" },
  ];
  const ids = await adoptedResolutions(district, dayId, wishes, now);
  wanted = wishes.map((wish, at) => ({
    resolutionId: ids[at]!,
    streetId: district.units[wish.street]!,
    leadUnitId: district.units[wish.lead]!,
    overseerUnitId: null,
    dueDate: wish.due,
    milestones: wish.milestones ?? [],
  }));
});

function create(tasks: NewTask[], year = 2026) {
  return change(null, now, async (tx, book) => {
    const made = await createTasks(tx, book, { year, tasks }, now);
    await book({ verb: "test.issue", subject: { kind: "test", id: "test" } });
    return done(made);
  });
}

describe("the tasks of issued minutes", () => {
  it("are not there when the issuing is refused", async () => {
    await change(null, now, async (tx, book) => {
      await createTasks(tx, book, { year: 2026, tasks: wanted }, now);
      return refuse("wrongStage");
    });
    expect(await read((db) => db.select().from(task))).toEqual([]);
  });

  it("are dispatched with numbers of their year, their milestones and a ledger entry each", async () => {
    const made = await create(wanted);
    expect(made.ok && made.value.map((one) => one.number)).toEqual(["RW-2026-0001", "RW-2026-0002"]);
    const rows = await read((db) => db.select().from(task).orderBy(task.number));
    expect(rows[0]).toMatchObject({
      state: "dispatched",
      originalDueDate: "2026-12-10",
      dueDate: "2026-12-10",
      leadUnitId: district.units.works,
      dispatchedAt: now,
    });
    expect(await read((db) => db.select().from(milestone))).toMatchObject([
      { taskId: rows[0]!.id, text: "勘察", due: "2026-11-28", doneAt: null },
    ]);
    expect(await read((db) => db.select().from(taskEntry))).toHaveLength(2);
    const booked = await read((db) => db.select({ verb: ledgerEntry.verb }).from(ledgerEntry));
    expect(booked.filter((entry) => entry.verb === "task.dispatch")).toHaveLength(2);
  });

  it("are made once: asked again, a resolution gives back the task it has", async () => {
    const again = await create(wanted);
    expect(again.ok && again.value.map((one) => one.number)).toEqual(["RW-2026-0001", "RW-2026-0002"]);
    expect(await read((db) => db.select().from(task))).toHaveLength(2);
  });

  it("count on from the last of the year, and start over in another year", async () => {
    const dayId = await dayAt(district, "2026-12", "minutes");
    const wishes = [
      { street: "east", lead: "works", due: "2027-01-10" },
      { street: "east", lead: "works", due: "2027-01-11" },
    ];
    const ids = await adoptedResolutions(district, dayId, wishes, now);
    const one = (at: number): NewTask => ({ ...wanted[0]!, resolutionId: ids[at]!, milestones: [] });
    const next = await create([one(0)]);
    expect(next.ok && next.value[0]!.number).toBe("RW-2026-0003");
    const newYear = await create([one(1)], 2027);
    expect(newYear.ok && newYear.value[0]!.number).toBe("RW-2027-0001");
  });
});
