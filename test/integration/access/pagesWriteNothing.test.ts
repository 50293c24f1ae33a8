import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
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

const world = await worldOfFile();

const now = new Date().toISOString();
const context = {
  nonce: "n",
  district: "d",
  address: "203.0.113.1",
  log: { error() {} },
};

/** Rises with every commit on another connection, whatever was written. */
const commits = () => rowsOf(currentDatabase(), "pragma data_version")[0]?.data_version;

/** Takes an entry out of the record of the day in session, as only a client that is not ours would. */
async function spoilRecord(): Promise<void> {
  await writeInRoom(world.district.actors.office!, world.months.inSession, (document) =>
    topicsOf(document).delete(world.topicId),
  );
}

describe("a page that is only read", () => {
  it("is one of a meeting whose record nobody has entered", async () => {
    await world.fresh(async () => {
      const month = "2020-03";
      await dayAt(world.district, month, "agenda");
      const before = commits();
      mustSucceed(await showAgenda(world.district.actors.office!, month, now));
      mustSucceed(await roomPage(world.district.actors.office!, month));
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
          await spoilRecord();
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
