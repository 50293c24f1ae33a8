import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { chance } from "../../builders/chance";
import { spoilt } from "../../builders/oddities";
import { serverBuild } from "../../builders/pages";
import { servedWorld } from "../../builders/servedWorld";
import { type Received, startWebServer } from "../../builders/webServer";
import { type Knocker, knockers } from "../../builders/world";
import { addressOf } from "./addressOf";
import { type RouteEntry, routeTable } from "./routeTable";
import { whoMay } from "./whoMay";

const { world, server } = await servedWorld();

type Acts = NonNullable<RouteEntry["acts"]>;

const urlEncoded = "application/x-www-form-urlencoded";
// The only form that says nothing, and so is not read.
const unread = "sign-out";
const actRoutes = Object.entries(routeTable).filter(
  ([file, { acts }]) => Object.keys(acts ?? {}).length > 0 && file !== unread,
);
// The pages of a consultation day at the address of other meetings are the same modules, which read the same forms.
const readingRoutes = actRoutes.filter(([, { module }]) => module === undefined);
const isOne = (acts: Acts) => Object.keys(acts).every((intent) => intent === "action");

/** Somebody who may do it, so that nothing but what is wrong about the request stands in the way. */
function doer({ acts, loader }: RouteEntry, intent = Object.keys(acts!)[0]!): Knocker {
  const rights = [acts![intent]!.rights, ...Object.values(acts!).map((act) => act.rights), loader ?? {}];
  // Where there is nothing for anybody, anybody will do.
  return whoMay(...rights) ?? "office";
}

/** What is answered for what is wrong; an address at which there is nothing for anybody may say that first. */
function orHidden({ acts, loader }: RouteEntry, status: number): number[] {
  return whoMay(...Object.values(acts!).map((act) => act.rights), loader ?? {}) ? [status] : [status, 404];
}

const wentWrong = "<h1>系统出错了</h1>";

/** What holds for every answer: no fault of the server, none in its log, and a page that does not speak of one. */
function expectNoFault(answer: Received, what: string): void {
  expect(server.errors(), what).toEqual([]);
  expect(answer.status, what).toBeLessThan(500);
  expect(answer.text.includes(wentWrong), what).toBe(false);
  if (answer.headers["content-type"]?.startsWith("text/html"))
    expect(/<title>[^<]+<\/title>/.test(answer.text), what).toBe(true);
}

async function post(who: Knocker, path: string, body: string | Uint8Array, type: string | null = urlEncoded) {
  const headers = { Cookie: world.cookies[who], "Accept-Language": "zh-CN" };
  const length = { "Content-Length": String(Buffer.byteLength(body)) };
  const typed = type === null ? headers : { ...headers, "Content-Type": type };
  const answer = await server.send({ method: "POST", path, headers: { ...typed, ...length }, body });
  expectNoFault(answer, `${who} POST ${path} ${type} ${String(body).slice(0, 300)}`);
  return answer;
}

const formOf = (acts: Acts, intent: string): [string, string][] => [
  ["intent", intent],
  ...Object.entries(acts[intent]!.form?.(world) ?? {}),
];
/** The same address as a page that is open asks it: for what the act answers, without the page around it. */
const dataOf = (path: string) => path.replace(/(?=\?|$)/, ".data");
const encoded = (fields: [string, string][]) => new URLSearchParams(fields).toString();

describe("a body that is no form", () => {
  const multipart = "multipart/form-data; boundary=b";
  const cutOff = '--b\r\nContent-Disposition: form-data; name="intent"\r\n\r\nx';
  const bodies: [number, string | null, string][] = [
    [415, "application/json", '{"intent":"adopt"}'],
    [415, "text/plain", "intent=adopt"],
    [415, null, "intent=adopt"],
    [400, "multipart/form-data", cutOff],
    [400, multipart, cutOff],
    [413, urlEncoded, "a=1&".repeat(20_000)],
    [413, multipart, '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(20_000)],
  ];
  for (const [at, [file, entry]] of readingRoutes.entries())
    it(`is refused for what it is: ${file}`, () =>
      world.fresh(async () => {
        const path = addressOf(world, file, entry);
        for (const [turn, [status, type, body]] of bodies.entries()) {
          // Each body at each address, and as a page at every seventh: the page that says no is the same everywhere.
          const asked = turn === at % bodies.length ? path : dataOf(path);
          const answer = await post(doer(entry), asked, body, type);
          expect(orHidden(entry, status), `${type} ${body.slice(0, 40)}`).toContain(answer.status);
        }
      }));
});

describe("a form of which the address does not know what it wants", () => {
  const unclear = ["", "intent=", "intent=none", "intent=constructor", "intent=__proto__"];
  for (const [file, entry] of readingRoutes.filter(([, { acts }]) => !isOne(acts!)))
    it(`is not understood: ${file}`, () =>
      world.fresh(async () => {
        const acts = entry.acts!;
        const twice = encoded([...formOf(acts, Object.keys(acts)[0]!), ["intent", Object.keys(acts)[0]!]]);
        const path = addressOf(world, file, entry);
        for (const [asked, body] of [...unclear.map((one) => [dataOf(path), one]), [path, twice]])
          expect(orHidden(entry, 400), body).toContain((await post(doer(entry), asked!, body!)).status);
      }));
});

describe("a form that is refused, without script", () => {
  const typed: [file: string, intent: string, field: string, query?: string][] = [
    ["desk.plan.$year._index", "adopt", "documentNumber"],
    ["desk.rules.proposal", "head", "title"],
    ["desk.days.$month._index", "closeWindow", "reason"],
    ["desk.days.$meeting.agenda", "change", "title"],
    ["desk.days.$meeting.agenda", "add", "title"],
    ["desk.days.$meeting.agenda", "takeOff", "reason"],
    ["desk.days.$meeting.rollcall", "call", "personName"],
    ["desk.days.$meeting.rollcall", "add", "personName"],
    ["desk.days.$meeting.corrections", "refuse", "reason"],
    ["desk.days.$meeting.history._index", "keep", "note"],
    ["desk.days.$meeting.look-back", "state", "text"],
    ["desk.days.$month.lists.$street._index", "add", "title", "?add"],
    ["desk.days.$month.lists.$street._index", "edit", "title", "?edit=EST-2026-0001"],
    ["desk.tasks.$number._index", "acknowledge", "text"],
    ["desk.handover.$holding", "leave", "handover"],
  ];
  it.each(typed)("keeps what was typed: %s %s %s", (file, intent, field, query = "") =>
    world.fresh(async () => {
      const entry = routeTable[file]!;
      const words = `路灯${"长".repeat(9_000)}`;
      const others = formOf(entry.acts!, intent).filter(([name]) => name !== field);
      const path = addressOf(world, file, entry) + query;
      const answer = await post(doer(entry, intent), path, encoded([...others, [field, words]]));
      expect(answer.status).toBe(422);
      expect(answer.text.replace(/<script[\s\S]*?<\/script>/g, "").includes(words)).toBe(true);
    }),
  );
});

describe("a thing that there is not", () => {
  const unknown: Record<string, string> = {
    month: "1999-01",
    meeting: "1999-01",
    number: "RW-1999-0001",
    street: "nowhere",
  };
  // The dates in the form of a plan's day contradict any other month.
  const about = actRoutes.filter(
    ([file]) => /\$(month|meeting|number|street)/.test(file) && file !== "desk.days.$month.plan",
  );
  for (const [file, entry] of about)
    it(`is not found: ${file}`, () =>
      world.fresh(async () => {
        const acts = entry.acts!;
        const params = { ...entry.params!(world), ...unknown };
        const path = addressOf(world, file, entry, params);
        for (const [turn, intent] of Object.keys(acts).entries()) {
          const asked = turn === 0 ? path : dataOf(path);
          const answer = await post(doer(entry, intent), asked, encoded(formOf(acts, intent)));
          expect(answer.status, intent).toBe(404);
        }
      }));
});

describe("any form, spoilt", () => {
  for (const [at, [file, entry]] of actRoutes.entries())
    it(`brings an answer and no fault: ${file}`, () =>
      world.fresh(async () => {
        const random = chance(7_000 + at);
        const acts = entry.acts!;
        for (const intent of Object.keys(acts))
          for (let turn = entry.module ? 4 : 0; turn < 6; turn++) {
            const who = random.below(4) === 0 ? random.one(knockers) : doer(entry, intent);
            const path = addressOf(world, file, entry);
            const asked = random.below(2) === 0 ? dataOf(path) : path;
            await post(who, asked, encoded(spoilt(random, formOf(acts, intent))));
          }
      }));
});

describe("any address, spoilt", () => {
  const oddParts = ["1999-01", "2026-13", "x", "0", "-1", "%00", "%2e%2e", "null", "RW-2026-9999", "东街"];
  const oddQueries = [
    ...["?", "?lang=xx", "?lang=en&lang=zh-CN", "?q=%00", "?q=%E0%A4%A", "?version=x", "?version=-1"],
    ...["?year=99999999999", "?before=x&after=x", "?from=x&to=x", "?number=x", "?task=x&after=x", "?open=x"],
    ...["?page=-1", "?state=x&view=x&unit=x", "?class=__proto__", "?step=rows&done=x", "?index", "?_data=x"],
    ...[
      "?_routes=x",
      "?key=x&key=topic:x",
      "?words=%F0",
      "?restored=1&before=x&parts=x&left=x",
      "?kind=x&id=x",
    ],
  ];
  for (const [at, [file, entry]] of Object.entries(routeTable).entries())
    it(`brings an answer and no fault: ${file}`, () =>
      world.fresh(async () => {
        const random = chance(9_000 + at);
        for (let turn = 0; turn < 5; turn++) {
          const real = entry.params?.(world) ?? {};
          const name = random.one(Object.keys(real));
          const params = name && random.below(2) ? { ...real, [name]: random.one(oddParts) } : real;
          const address = addressOf(world, file, { ...entry, query: "" }, params);
          const path = address + (random.below(3) === 0 ? ".data" : "") + random.one(oddQueries);
          const headers = { Cookie: world.cookies[random.one(knockers)], "Accept-Language": "zh-CN" };
          expectNoFault(await server.send({ path, headers }), path);
        }
      }));
});

describe("a body that is too large", () => {
  const mebibyte = 1024 * 1024;
  const wording = (megabytes: number) => `intent=add&title=${"a".repeat(megabytes * mebibyte)}`;

  it("is refused with a sentence in the reader's language, once it is all sent", () =>
    world.fresh(async () => {
      const rules = await post("admin", "/desk/rules?index", wording(3));
      expect(rules.status).toBe(413);
      expect(rules.text).toContain("提交的内容太大，最大 1 MB，没有保存。");
      const english = { "Content-Type": urlEncoded, "Accept-Language": "en" };
      const asked = { method: "POST", path: "/sign-in", headers: english, body: wording(3) };
      expect((await server.send(asked)).text).toContain("What was sent is too large; at most 1 MB.");
      const beyond = await server.send({ ...asked, body: wording(65) });
      expect([beyond.status, beyond.headers["content-type"]]).toEqual([413, "text/plain; charset=utf-8"]);
      expect(beyond.text).toContain("at most 64 MB");
    }));

  it("has room where a form is large by nature", () =>
    world.fresh(async () => {
      const { draft, months } = world;
      const list = `/desk/days/${months.collecting}/lists/east`;
      const set = { title: "路灯不亮", question: "甲".repeat(900_000) };
      const batch = JSON.stringify({ changes: [{ number: draft.problemNumber, set, was: {} }], rows: [] });
      const pasted = await post(
        "street-east",
        list,
        encoded([
          ["intent", "fill"],
          ["batch", batch],
        ]),
      );
      expect(pasted.status).toBe(422);
    }));

  it("leaves the way free for what comes after it, also where nobody reads it", () =>
    world.fresh(async () => {
      for (let turn = 0; turn < 3; turn++) {
        expect((await post("visitor", "/desk/rules?index", wording(1))).status).toBe(401);
        expect((await server.send({ path: "/sign-in" })).status).toBe(200);
      }
    }));

  it.each([
    ["many fields", "a=1&".repeat(200_000)],
    ["an index beyond all bounds", "account[99999999]=x&password=x"],
    ["the name of a list that is none", "account[0][1][2][99999999].x=1&password=x"],
    ["a deep name", `${"a.".repeat(100_000)}x=1`],
    ["a long run of brackets", `account${"[".repeat(500_000)}=1`],
    ["many equal fields", "password=x&".repeat(4_000)],
    [
      "an order to the form's own library",
      '__intent__={"type":"insert","payload":{"name":"account","index":99999999}}',
    ],
  ])("holds nobody up: %s", (_, body) =>
    world.fresh(async () => {
      const began = performance.now();
      const answers = await Promise.all([
        server.send({ method: "POST", path: "/sign-in", headers: { "Content-Type": urlEncoded }, body }),
        server.send({ path: "/healthz" }),
      ]);
      expect(answers[0].status).toBeGreaterThanOrEqual(400);
      expect(answers[0].status).toBeLessThan(500);
      expect(server.errors()).toEqual([]);
      expect(performance.now() - began).toBeLessThan(5_000);
    }),
  );
});

describe("an address that is sent on", () => {
  it("keeps what nobody could write into a header", () =>
    world.fresh(async () => {
      const east = { Cookie: world.cookies["street-east"] };
      const strange = encodeURIComponent("东街\r\nSet-Cookie: x=y");
      const list = await server.send({ path: `/desk/days/${strange}/lists`, headers: east });
      expect([list.status, list.headers["set-cookie"]]).toEqual([302, undefined]);
      expect(list.headers.location).toMatch(/^[\x21-\x7e]+\/lists\/east$/);
      const signIn = await server.send({
        path: `/sign-in?next=/${encodeURIComponent("东街")}`,
        headers: east,
      });
      expect(signIn.headers.location).toBe(`/${encodeURIComponent("东街")}`);
      expect(server.errors()).toEqual([]);
    }));
});

describe("a form that comes to another host", () => {
  const origin = "https://second.example";
  const statuses = async (proxies: number) => {
    const second = await startWebServer(await serverBuild(), { origins: [origin], proxies });
    const headers = { "Content-Type": urlEncoded, Origin: origin };
    const form = { method: "POST", path: "/sign-in", body: "account=x&password=y" };
    const answers: Received[] = [];
    for (const Host of ["second.example", "internal:3000", "evil.example"])
      answers.push(await second.send({ ...form, headers: { ...headers, Host } }));
    expect(second.errors()).toEqual([]);
    await second.close();
    return answers;
  };

  it("is refused, whatever page it says it comes from", () =>
    world.fresh(async () => {
      const answers = await statuses(0);
      expect(answers.map(({ status }) => status)).toEqual([401, 421, 421]);
      expect(answers[1]!.headers["content-type"]).toMatch(/^text\/plain/);
    }));

  it("is taken from each origin's pages behind a proxy, which may hide the host", () =>
    world.fresh(async () => {
      expect((await statuses(1)).map(({ status }) => status)).toEqual([401, 401, 401]);
    }));
});

describe("a request that only a proxy would take", () => {
  for (const path of ["/", "/healthz", "/metrics", "/assets/x.js", "/desk", "/sign-in"])
    it(`is refused in a sentence: ${path}`, () =>
      world.fresh(async () => {
        for (const method of ["GET", "POST"]) {
          const answer = await server.send({ method, path: `http://elsewhere.example${path}` });
          expect([answer.status, answer.headers["content-type"]]).toEqual([400, "text/plain; charset=utf-8"]);
          expect(answer.text).toMatch(/\S/);
        }
      }));
});

it("refuses orders to the form's own library, understood or not", () =>
  world.fresh(async () => {
    for (const order of ["x", "{", "null", '{"type":"validate","payload":{}}'])
      for (const name of ["__intent__", "__state__"]) {
        const body = encoded([
          ["account", "office"],
          ["password", "x"],
          [name, order],
        ]);
        expect((await post("visitor", "/sign-in", body)).status, body).toBe(400);
      }
  }));

it("answers what is too large before it is sent, and reads none of it", () =>
  world.fresh(async () => {
    const { port } = new URL(server.origin);
    const socket = connect(Number(port), "127.0.0.1");
    const head = `POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.origin}\r\n`;
    socket.write(`${head}Content-Type: ${urlEncoded}\r\nContent-Length: ${19 * 1024 * 1024}\r\n\r\n`);
    const [answer] = (await once(socket, "data")) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  }));

describe("a method that nothing here knows", () => {
  const methods = ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE", "PROPFIND"];
  for (const file of ["_index", "desk", "sign-in", "desk.days.$meeting.agenda", "desk.tasks[.]xlsx", "$"])
    it(`is refused with those that are known: ${file}`, () =>
      world.fresh(async () => {
        const headers = { Cookie: world.cookies.office };
        for (const method of methods) {
          const path = addressOf(world, file, routeTable[file]!);
          const answer = await server.send({ method, path, headers });
          expectNoFault(answer, method);
          expect([answer.status, answer.headers.allow], method).toEqual([405, "GET, HEAD, POST"]);
        }
      }));

  it("is refused where the data of a page is asked for, whoever sends it", () =>
    world.fresh(async () => {
      const headers = { Cookie: world.cookies.office, Origin: "https://evil.example" };
      for (const path of ["/_root.data", "/desk.data", "/desk/tasks.data?state=x"])
        expect((await server.send({ method: "HEAD", path, headers })).status, path).toBe(405);
    }));

  it("is refused too where the address itself does not take forms, or only takes them", () =>
    world.fresh(async () => {
      const headers = { Cookie: world.cookies.office, "Content-Type": urlEncoded };
      for (const path of ["/", "/days", "/desk", "/desk/tasks", "/desk/tasks.xlsx", "/desk/tasks.data"])
        expect((await server.send({ method: "POST", path, headers })).status, path).toBe(405);
      for (const path of ["/sign-out", "/desk/post"])
        expect((await server.send({ path, headers })).status, path).toBe(400);
      expect(server.errors()).toEqual([]);
    }));
});
