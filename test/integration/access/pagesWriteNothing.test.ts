import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { roomPage } from "~/meeting/room/roomPage.server";
import { topicsOf } from "~/record/document/record";
import { currentDatabase } from "~db/current";
import { rowsOf } from "../../builders/database";
import { writeInRoom } from "../../builders/live";
import { mustSucceed } from "../../builders/result";
import { worldOfFile } from "../../builders/servedWorld";
import { dayAt } from "../../builders/task";
import type { Knocker } from "../../builders/world";
import { routeTable } from "./routeTable";

const modules = import.meta.glob<{ loader?: (args: LoaderFunctionArgs) => Promise<unknown> }>(
  "../../../app/routes/*.tsx",
  { eager: true },
);

// In the record of the day in session an entry is missing, as only a client that is not ours would take it out.
const world = await worldOfFile({
  also: ({ district, months, topicId }) =>
    writeInRoom(district.actors.office!, months.inSession, (document) => topicsOf(document).delete(topicId)),
});

const now = new Date().toISOString();
const context = {
  nonce: "n",
  district: "d",
  address: "203.0.113.1",
  log: { error() {} },
};

/** Rises with every commit on another connection, whatever was written. */
const commits = () => rowsOf(currentDatabase(), "pragma data_version")[0]?.data_version;

describe("a page that is only read", () => {
  it("is one of a record in which something is missing", () =>
    world.fresh(async () => {
      const { document } = await recordOf(world.months.inSession);
      expect(topicsOf(document).has(world.topicId)).toBe(false);
    }));

  it("is one of a meeting whose record nobody has entered", async () => {
    await world.fresh(async () => {
      const month = "2020-03";
      await dayAt(world.district, month, "agenda");
      const before = commits();
      mustSucceed(await showAgenda(world.district.actors.office!, month, now));
      mustSucceed(await roomPage(world.district.actors.office!, month, `${month}-20T02:00:00.000Z`));
      expect(commits()).toBe(before);
    });
  });

  for (const [file, entry] of Object.entries(routeTable)) {
    const loader = modules[`../../../app/routes/${file}.tsx`]?.loader;
    if (!loader || !entry.loader) continue;
    it(`writes nothing: ${file}`, async () => {
      for (const who of ["office", "street-east", "dept-works", "visitor"] satisfies Knocker[])
        await world.fresh(async () => {
          const request = new Request(`http://localhost/${entry.query ?? ""}`, {
            headers: { Cookie: world.cookies[who] },
          });
          const before = commits();
          try {
            await loader({ request, params: entry.params?.(world) ?? {}, context });
          } catch (thrown) {
            if (!(thrown instanceof Response)) throw thrown;
          }
          expect([who, commits()]).toEqual([who, before]);
        });
    });
  }
});
