import { expect, it } from "vitest";
import { navigationFor } from "~/access/navigation";
import { visibleProblems } from "~/problem/scope.server";
import { searchAll } from "~/search/searchAll.server";
import { taskScope } from "~/task/scope.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { problem, task } from "~db/schema";
import { worldOfFile } from "../../builders/servedWorld";

const world = await worldOfFile();

it("finds nothing of what is worked on, though the post is in the office", () =>
  world.fresh(async () => {
    const { admin, "dept-works": works } = world.district.actors;
    const inScope = (actor: typeof admin) =>
      read(async (db) => [
        (await db.select().from(problem).where(visibleProblems(db, actor!))).length,
        (await db.select().from(task).where(taskScope(actor!))).length,
      ]);
    for (const count of await inScope(works)) expect(count).toBeGreaterThan(0);
    expect(await inScope(admin)).toEqual([0, 0]);
    expect(await searchAll(admin!, "路灯")).toMatchObject({ problems: [], tasks: [], minutes: [] });
    const work = await myWork(admin!, new Date().toISOString());
    // The rules are what an administrator is asked about.
    const asked = work.flatMap(({ items }) => items.map(({ what }) => what));
    expect(asked).toEqual([{ kind: "adoptRules" }]);
    const sections = navigationFor(admin!, "2026-11-10").map(({ key }) => key);
    expect(sections).toEqual(["plan", "published", "units", "accounts", "ledger"]);
  }));
