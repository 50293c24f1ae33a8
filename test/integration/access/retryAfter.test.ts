import { afterAll, beforeAll, expect, it } from "vitest";
import { withDatabase } from "../../builders/database";
import { smallDistrict } from "../../builders/district";
import { serverBuild } from "../../builders/pages";
import { startWebServer, type WebServer } from "../../builders/webServer";

withDatabase();
let server: WebServer;
beforeAll(async () => {
  await smallDistrict();
  server = await startWebServer(await serverBuild(["sign-in"]), { proxies: 1 });
});
afterAll(() => server?.close());

/** Knocks with a wrong password, from an address of its own each time. */
let knocks = 0;
const knock = (account: string, path = "/sign-in", address = `203.0.113.${knocks++ % 250}`) =>
  server.send({
    ...{ method: "POST", path, body: `account=${account}&password=wrong` },
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      ...{ "Accept-Language": "en", "X-Forwarded-For": address },
    },
  });

it.each(["/sign-in", "/sign-in.data"])(
  "tells a program as many seconds as the sentence: %s",
  async (path) => {
    const account = path === "/sign-in" ? "office" : "leader";
    const answers = await Promise.all(Array.from({ length: 12 }, () => knock(account, path)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, text } of refused)
      expect(text).toContain(
        path === "/sign-in" ? `in ${headers["retry-after"]} seconds` : "tooManyAttempts",
      );
    for (const { headers } of refused) expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    for (const { status, headers } of answers)
      if (status === 401) expect(headers["retry-after"]).toBe(undefined);
  },
);

it("tells it too where nobody has looked at the form yet", async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => knock("nobody", "/sign-in", "192.0.2.1")),
  );
  const refused = answers.filter(({ status }) => status === 503);
  expect(refused.length).toBeGreaterThan(0);
  for (const { headers } of refused) expect(headers["retry-after"]).toBe("5");
});
