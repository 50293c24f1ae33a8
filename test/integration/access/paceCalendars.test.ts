import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import pino from "pino";
import { afterEach, beforeAll, expect, it } from "vitest";
import { makeFeed } from "~/access/account/feedToken.server";
import { feedAddress } from "~/address/accounts";
import { paceCalendars } from "~server/http/paceCalendars";
import { logRequests } from "~server/http/requestLog";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Where calendars ask, with a log of it; a request answers its status. */
async function openFeed(clock: () => number) {
  const lines: string[] = [];
  const application = express();
  application.set("trust proxy", 1);
  application.use(logRequests(pino({}, { write: (line: string) => void lines.push(line) })));
  application.use(paceCalendars(clock));
  application.use((_request, response) => void response.send("calendar"));
  const server = application.listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, ip = "203.0.113.1") => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { "X-Forwarded-For": ip } });
    await answer.text();
    return answer.status;
  };
  return { ask, lines };
}

async function served(count: number, ask: (at: number) => Promise<number>): Promise<number> {
  const answers: number[] = [];
  for (let at = 0; at < count; at++) answers.push(await ask(at));
  expect(answers.every((one) => one === 200 || one === 429)).toBe(true);
  return answers.filter((one) => one === 200).length;
}

it("serves a good key as often as calendars ask, however much is guessed from the same address", async () => {
  let at = 0;
  const { ask, lines } = await openFeed(() => at);
  const { token } = mustSucceed(await makeFeed(district.actors.office!, "zh-CN", "2026-05-10T02:00:00.000Z"));
  expect(await served(30, (guess) => ask(feedAddress(`guess-${guess}`)))).toBe(20);
  expect(await served(30, () => ask(feedAddress(token)))).toBe(20);
  at += 60_000;
  expect(await served(10, () => ask(feedAddress(token)))).toBe(6);
  expect(await served(3, () => ask("/other"))).toBe(3);
  expect(lines.join("")).toContain("/calendar.ics");
  expect(lines.join("")).not.toContain(token);
});

it("bounds guesses from many addresses together", async () => {
  const { ask } = await openFeed(() => 0);
  expect(await served(130, (guess) => ask(feedAddress(`guess-${guess}`), `198.51.100.${guess}`))).toBe(100);
});
