import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cookieName } from "~/access/cookie.server";
import { OwnServer } from "../../../builders/ownServer";
import { enterRoom, type SignedInClient } from "../../../builders/signedInClient";
import { buildWorld, type World } from "../../../builders/world";
import { profilesFolder } from "../../places";
import { quantile } from "../../statistics";
import { pause } from "../person";
import { Keys } from "./keys";

/** Where the server of a storm stands, for those who attack it. */
export interface Target {
  origin: string;
  months: World["months"];
  taskNumber: string;
}

const warmRounds = 60;

let world: World;
let server: OwnServer;
let clients: SignedInClient[] = [];

/** Builds a district in the middle of its work and serves it with the built server. */
export async function serveWorld(order: { folder: string; core: number | null; profile: boolean }) {
  const folder = join(order.folder, "data");
  mkdirSync(folder);
  world = await buildWorld();
  world.copyTo(folder);
  const profile = order.profile ? ["--cpu-prof", `--cpu-prof-dir=${profilesFolder}/storm`] : [];
  server = await OwnServer.start(folder, profile, order.core);
  await warmUp();
  clients = ["office", "leader"].map((who) => enterRoom(server.origin, world.months.inSession, who));
  await Promise.all(clients.map(({ synced }) => synced));
  const target: Target = { origin: server.origin, months: world.months, taskNumber: world.taskNumber };
  return { attack: target };
}

/** A server that has been up for a while has compiled what it runs. */
async function warmUp(): Promise<void> {
  const pages = [
    "/desk",
    "/sign-in",
    `/desk/days/${world.months.inSession}/room`,
    `/desk/days/${world.months.collecting}/lists/east`,
  ];
  for (let round = 0; round < warmRounds; round++)
    await Promise.all(
      pages.map(async (path) => {
        const answer = await fetch(server.origin + path, {
          headers: { Cookie: `${cookieName}=street-east` },
        });
        await answer.arrayBuffer();
      }),
    );
}

/** How long somebody waits for `/desk`, and for the key that another one presses, in milliseconds. */
export async function watchDesk({ seconds }: { seconds: number }): Promise<Record<string, number>> {
  const end = performance.now() + seconds * 1_000;
  const [desk, typing] = await Promise.all([
    askForDesk(end),
    new Keys(clients, world.topicId).pressUntil(end),
  ]);
  return { ...shares("desk", desk), ...shares("typing", typing) };
}

async function askForDesk(end: number): Promise<number[]> {
  const times: number[] = [];
  const headers = { Cookie: `${cookieName}=dept-works` };
  while (performance.now() < end) {
    const began = performance.now();
    const answer = await fetch(`${server.origin}/desk`, { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`/desk answers ${answer.status}`);
    times.push(performance.now() - began);
    await pause(50);
  }
  return times;
}

function shares(name: string, times: number[]): Record<string, number> {
  const sorted = [...times].sort((a, b) => a - b);
  const of = (share: number) => quantile(sorted, share / 100);
  return {
    [`${name}P50`]: of(50),
    [`${name}P95`]: of(95),
    [`${name}P99`]: of(99),
    [`${name}Count`]: times.length,
  };
}

/** Ends the server in order, so that it writes its profile. */
export async function endWorld(): Promise<void> {
  for (const client of clients) client.leave();
  await server.end("SIGTERM");
  world.remove();
}
