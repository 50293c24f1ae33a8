import { createServer, type IncomingMessage } from "node:http";
import { canWritePart, type Writer, type WritingState } from "~/meeting/conduct/permission";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import type { Admission } from "~server/live/admission";
import { startLive } from "~server/live/entrance/start";
import { programs } from "../places";
import { type Hosted, host, place } from "./host";

/** The engine as it is shipped, on its real database; only the sign-in lets everybody in. */
async function start(): Promise<Hosted> {
  const { folder, port } = place();
  const database = openDatabase(databaseFile(folder), programs);
  setDatabase(database);
  const maintenance = database.maintain((error) => console.log("checkpoints", error));
  const httpServer = createServer();
  const say = (details: object, message: string) => console.log(message, details);
  const live = startLive({
    httpServer,
    admission: everybody,
    now: () => new Date(),
    log: { debug: () => undefined, info: () => undefined, warn: say, error: say },
    limits: JSON.parse(process.env.BENCH_LIMITS ?? "{}"),
  });
  await new Promise<void>((resolve) => httpServer.listen(port, "127.0.0.1", resolve));
  return {
    rooms: () => live.stats().rooms,
    async stop() {
      await live.drain();
      httpServer.closeAllConnections();
      await maintenance.stop();
      database.close();
    },
  };
}

const writer: Writer = { unitId: "department", standing: "holds" };

// As much is asked of each edit as in a session with a topic decided.
const inSession: WritingState = {
  kind: "consultationDay",
  stage: "inSession",
  agendaPublished: true,
  amending: false,
  closedTopicIds: ["decided"],
  elsewhereTopicIds: [],
  leadUnitIds: {},
};

const everybody: Admission = {
  async admit(request: IncomingMessage) {
    const who = new URL(request.url ?? "/", "http://host").searchParams.get("who") ?? "somebody";
    const person = {
      personId: who,
      postId: who,
      name: who,
      unit: { zh: "督查室", en: "Inspection Office" },
      sortKey: "",
      colour: "#336699",
    };
    return { ok: true, person, right: "write", writer, session: who };
  },
  async recheck() {
    return { right: "write", writer };
  },
  partRule: async () => (one, part) => canWritePart(one, inSession, part),
};

host(start());
