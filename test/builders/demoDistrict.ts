import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "~/calendar/day";
import { nothingDeclared } from "~/calendar/holiday";
import { isWorkingDay } from "~/calendar/workingDay";
import { setLedgerKey } from "~/ledger/key.server";
import { verifyChain } from "~/ledger/verifyChain.server";
import { publicHome } from "~/outcome/publicHome.server";
import { listResolutions, listTopics, notesOf, readSession } from "~/record/document/record";
import { taskStates } from "~/task/taskState";
import { myWork, myWorkCount } from "~/work/myWork.server";
import { seedDemo } from "~server/demo/seed";
import { freshDatabase, rowsOf } from "./database";
import { actorOf } from "./district";
import { spokenFields, unnamedFields } from "./ledgerFields";
import { recordOfDay, withLive } from "./live";

const identifier = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Tests that the demo district is all that it should be at each of these instants.
 * @param instants in UTC; each costs the making of a district's history
 */
export function describeDemo(instants: string[]): void {
  const live = withLive();
  describe.each(instants)("the demo district as it is at %s", (now) => {
    const today = dayOf(now);
    let fresh: ReturnType<typeof freshDatabase>;
    const clocks = { onTick: live.setClock, catchUp: () => live.jobs.catchUp() };
    const rows = (query: string) => rowsOf(fresh.database, query);
    const counts = (query: string) => {
      const found = rows(query).map((row) => Object.values(row));
      return Object.fromEntries(found) as Record<string, number>;
    };

    beforeAll(async () => {
      setLedgerKey("a key for tests that is long enough");
      fresh = freshDatabase();
      live.restart();
      await fresh.database.withoutSync(() => seedDemo({ password: "demo", now, ...clocks }));
      live.setClock(now);
    }, 180_000);
    afterAll(() => fresh.remove());

    it("has tasks in every state, overdue, held up and with every answer to a request for more time", () => {
      const states = counts("select state, count(*) from task group by state");
      expect(Object.keys(states).sort()).toEqual([...taskStates].sort());
      const [overdue] = rows(
        `select count(*) as n from task where due_date < '${today}' and state in ('inProgress', 'rework')`,
      );
      expect(overdue!.n).toBeGreaterThan(1);
      expect(rows("select id from task where blocked <> ''").length).toBeGreaterThan(0);
      const extensions = counts("select state, count(*) from task_extension group by state");
      expect(Object.keys(extensions).sort()).toEqual(["granted", "refused", "waiting"]);
      expect(rows("select id from milestone where done_at is null").length).toBeGreaterThan(0);
    });

    it("has published outcomes, and one that was taken back and put right", () => {
      expect(rows("select id from publication where withdrawn_at is null").length).toBeGreaterThan(20);
      const withdrawn = rows(
        "select task_id, withdrawn_reason from publication where withdrawn_at is not null",
      );
      expect(withdrawn).toHaveLength(1);
      const again = `select id from publication where withdrawn_at is null and task_id = '${withdrawn[0]!.task_id}'`;
      expect(rows(again)).toHaveLength(1);
    });

    it("has held every day since January of last year, this month's is going on and next month's collects", () => {
      const days = rows(
        "select slug as month, stage, date from meeting where kind = 'consultationDay' order by slug",
      );
      const thisMonth = today.slice(0, 7);
      const past = days.filter((day) => String(day.month) < thisMonth);
      expect(past[0]!.month).toBe(`${Number(today.slice(0, 4)) - 1}-01`);
      expect(new Set(past.map((day) => day.stage))).toEqual(new Set(["followedUp", "issued"]));
      const [current, next, ...later] = days.slice(past.length);
      expect(current).toMatchObject({ month: thisMonth, stage: "inSession" });
      expect(next!.stage).toBe("collecting");
      expect(new Set(later.map((day) => day.stage)).size).toBeLessThanOrEqual(1);
      expect(days.filter((day) => !isWorkingDay(String(day.date), nothingDeclared))).toEqual([]);
      const hosts = rows(
        "select slug from meeting where kind = 'consultationDay' group by substr(slug, 1, 4), host_unit_id",
      );
      expect(hosts.length).toBe(days.length);
    });

    it("lets next month's lists stand where lists stand, and tells each decision of the screening", () => {
      const next = "from meeting c join problem_list l on l.day_id = c.id where c.stage = 'collecting'";
      const lists = counts(`select l.state, count(*) ${next} group by l.state`);
      expect(Object.keys(lists).sort()).toEqual(["draft", "returned", "submitted"]);
      const streets = rows("select id from unit where kind = 'street'").length;
      expect(Object.values(lists).reduce((sum, n) => sum + n, 0)).toBeLessThan(streets);
      const listings = Object.keys(counts("select state, count(*) from listing group by state"));
      for (const state of ["admitted", "refused", "deferred", "merged", "solvedBefore", "draft", "submitted"])
        expect(listings).toContain(state);
      const outcomes = Object.keys(
        counts("select outcome, count(*) from topic where outcome is not null group by outcome"),
      );
      expect(outcomes.sort()).toEqual(["notPassed", "other", "passed", "passedInPrinciple"]);
    });

    it("has a record half written: look-back heard, some topics decided, one being written", async () => {
      const document = await recordOfDay(today.slice(0, 7));
      const topics = listTopics(document).filter((topic) => topic.kind === "topic");
      const written = topics.filter((topic) => notesOf(document, topic.id).length > 0);
      expect(written.length).toBe(3);
      expect(topics.length).toBeGreaterThan(3);
      const current = readSession(document).currentTopicId!;
      expect(written.map(({ id }) => id)).toContain(current);
      const half = listResolutions(document, current);
      expect(half.map((one) => one.dueDate)).toEqual([null]);
      const [undecided] = rows(
        `select count(*) as n from topic t join meeting c on c.id = t.meeting_id
         where c.stage = 'inSession' and t.kind = 'topic' and t.outcome is null`,
      );
      expect(undecided!.n).toBe(topics.length - 2);
    });

    it("happened in order of time and is booked without a gap", async () => {
      const report = await verifyChain();
      expect(report.faults).toEqual([]);
      expect(report.rows).toBeGreaterThan(2000);
      expect(await unnamedFields()).toEqual([]);
      expect(await spokenFields()).toEqual([]);
      const back = rows(
        "select b.sequence, a.verb as first, b.verb as second from ledger_entry a join ledger_entry b on b.sequence = a.sequence + 1 where b.at < a.at",
      );
      expect(back).toEqual([]);
      expect(rows(`select sequence from ledger_entry where at > '${now}'`)).toEqual([]);
      expect(
        rows(
          "select id from resolution r where due_date < (select date from meeting c where c.id = r.meeting_id)",
        ),
      ).toEqual([]);
    });

    it("was led by former holders of posts before the present ones, with a hand-over each", () => {
      const former = rows("select person_id, to_day, handover from holding where to_day is not null");
      expect(former.length).toBeGreaterThan(4);
      expect(former.filter((one) => !one.handover)).toEqual([]);
      const acted = rows(
        `select h.id from ledger_entry e join holding h on h.person_id = e.person_id and h.post_id = e.post_id
         where substr(e.at, 1, 10) > h.to_day`,
      );
      expect(acted).toEqual([]);
    });

    it("has told people what concerned them, and they have read what is not new", async () => {
      const kinds = counts("select kind, count(*) from notice group by kind");
      const told = ["invited", "listReturned", "problemRefused", "taskAssigned", "extensionDecided"];
      for (const kind of [...told, "taskOverdue"]) expect(Object.keys(kinds)).toContain(kind);
      const tasks = rows("select id from task").length;
      expect(kinds.taskAssigned).toBeGreaterThanOrEqual(tasks);
      const overdue = rows(`select count(*) as n from task where due_date < '${today}' and state in
        ('dispatched', 'acknowledged', 'inProgress', 'rework')`)[0]!.n as number;
      expect(
        counts("select 'n', count(distinct subject_id) from notice where kind = 'taskOverdue'").n,
      ).toBeGreaterThanOrEqual(isWorkingDay(today, nothingDeclared) ? overdue : 1);
      const unread = rows(
        "select reader_id, count(*) as n from notice where read_at is null group by reader_id",
      );
      const kept = rows("select reader_id, unread as n from notice_count where unread > 0");
      expect(new Set(kept.map((row) => JSON.stringify(row)))).toEqual(
        new Set(unread.map((row) => JSON.stringify(row))),
      );
      expect(unread.length).toBeGreaterThan(0);
      expect(rows(`select id from notice where at > '${now}'`)).toEqual([]);
      expect(rows("select sequence from outbox")).toEqual([]);
    });

    it("holds no number that could be a telephone's or a paper's", () => {
      const tables = rows(
        "select name from sqlite_master where type = 'table' and name not like '%search%' and name not like 'likeness%'",
      );
      const found: string[] = [];
      for (const { name } of tables) {
        if (/^(live|sqlite|__|ledger|minutes|sign)/.test(String(name))) continue;
        for (const row of rows(`select * from "${name}"`))
          for (const [column, value] of Object.entries(row))
            if (
              // A number stands in words; an amount of money or an hour is a number by itself.
              typeof value === "string" &&
              !/(^id|_id|_ids|hash|sha256|rules)$/.test(column) &&
              /\d{7,}/.test(value.replace(identifier, ""))
            )
              found.push(`${name}.${column}: ${value}`);
      }
      expect(found).toEqual([]);
    });

    it("counts beside My work what the list holds for everybody, on that day and later", async () => {
      const accounts = rows(
        `select account from person where id in (select person_id from holding where to_day is null)`,
      ).map(({ account }) => String(account));
      let counted = 0;
      for (const account of accounts)
        for (const days of [0, 4, 40]) {
          const actor = await actorOf(account, today);
          const at = `${addDays(today, days)}T02:00:00.000Z`;
          const groups = (await myWork(actor, at)).filter(({ group }) =>
            ["overdue", "today", "week"].includes(group),
          );
          const lines = groups.reduce((sum, { items }) => sum + items.length, 0);
          expect(await myWorkCount(actor, at), `${account} after ${days} days`).toBe(lines);
          counted += lines;
        }
      expect(counted).toBeGreaterThan(50);
    });

    it("gives residents something to read, and is made only once", async () => {
      const home = await publicHome(now);
      expect(home.latest?.decisions.length).toBeGreaterThan(2);
      expect(home.doneSince.length).toBeGreaterThan(0);
      expect(home.open.length).toBeGreaterThan(2);
      const before = (await verifyChain()).rows;
      await seedDemo({ password: "demo", now, ...clocks });
      expect((await verifyChain()).rows).toBe(before);
    });
  });
}
