import { connect } from "node:net";
import { cookieName } from "~/access/cookie.server";
import { workbookOf } from "../../../builders/workbook";
import type { Target } from "./servedWorld";

const urlEncoded = "application/x-www-form-urlencoded";
const megabyte = 1024 * 1024;

/** Sends one request; answers its status, 0 where the connection ended without one. */
async function post(
  target: Target,
  path: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<number> {
  const sent = {
    Origin: target.origin,
    ...(typeof body === "string" && { "Content-Type": urlEncoded }),
    ...headers,
  };
  const signal = AbortSignal.timeout(90_000);
  try {
    const answer = await fetch(target.origin + path, {
      method: "POST",
      headers: sent,
      body,
      redirect: "manual",
      signal,
    });
    // What was answered before all was sent may end in the middle.
    await answer.arrayBuffer().catch(() => undefined);
    return answer.status;
  } catch {
    return 0;
  }
}

/** Writes a request by hand, as no library would; answers its status. */
function raw(target: Target, text: string): Promise<number> {
  const { hostname, port } = new URL(target.origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.end(text));
    let answer = "";
    socket.on("data", (part) => {
      answer += part.toString("latin1");
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)));
  });
}

const many = (count: number, work: (at: number) => Promise<number>) =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

const titled =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>问题名称</t></is></c><c r="B1" t="inlineStr"><is><t>群众原话</t></is></c></row>';
const sheet = (xml: string) => workbookOf([{ name: "清单", xml: titled + xml }]);

/** Files that are brought to the import: hostile ones, and a good one that is large. Made once, as making is work. */
function files(): Record<string, Buffer> {
  const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>路灯</t></is></c>`;
  const rows = Array.from({ length: 5_000 }, (_, at) => [`路灯不亮${at}`, `晚上一片黑，已经${at}天。`]);
  return {
    rowBeyond: sheet(`<row r="99999999">${cell("A99999999")}</row>`),
    columnBeyond: sheet(`<row r="2">${cell("ZZZZZZ2")}</row>`),
    emptyRows: sheet("<row/>".repeat(3_000_000)),
    noFile: Buffer.from("no file at all"),
    good: workbookOf([{ name: "清单", rows: [["问题名称", "群众原话"], ...rows] }]),
  };
}

/** Everything that a storm is made of; each answers the statuses of its requests. */
export function attacksOn(target: Target): Record<string, () => Promise<number[]>> {
  const made = files();
  const importPage = `/desk/days/${target.months.collecting}/lists/west/import`;
  const street = { Cookie: `${cookieName}=street-west` };
  const bring = async (name: string) => {
    const form = new FormData();
    form.append("intent", "upload");
    form.append("file", new File([new Uint8Array(made[name]!)], `${name}.xlsx`));
    return post(target, importPage, form, street);
  };
  const signIn = (body: string, headers: Record<string, string> = {}) =>
    post(target, "/sign-in", body, headers);
  const one = (work: () => Promise<number>) => async () => [await work()];
  const bodies = {
    beyond: "account[99999999]=x&password=x",
    fields: "a=1&".repeat(200_000),
    deep: `${"a.".repeat(100_000)}x=1`,
    brackets: `account${"[".repeat(400_000)}=1`,
    unknown: Array.from({ length: 4_000 }, (_, at) => `x${at}[y].z=1`).join("&"),
    order: '__intent__={"type":"insert","payload":{"name":"account","index":99999999}}',
  };
  const head = (line: string, more = "") =>
    `${line} HTTP/1.1\r\nHost: ${new URL(target.origin).host}\r\nOrigin: ${target.origin}\r\nConnection: close\r\n${more}\r\n`;
  return {
    ...Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, one(() => signIn(body))])),
    ...Object.fromEntries(Object.keys(made).map((name) => [name, one(() => bring(name))])),
    takeOver: one(() =>
      post(target, importPage, "intent=import&title=0&originalWording=1&problemClass=&wordless=skip", street),
    ),
    passwords: () => many(300, (at) => signIn(`account=dept-water&password=wrong${at}`)),
    trace: () => many(20, () => raw(target, head("TRACE /desk"))),
    absolute: () => many(20, () => raw(target, head("GET http://elsewhere.example/desk"))),
    foreignHost: () =>
      many(20, () =>
        raw(
          target,
          `POST /sign-in HTTP/1.1\r\nHost: evil.example\r\nOrigin: ${target.origin}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
        ),
      ),
    wrongType: () => many(20, () => signIn('{"account":"x"}', { "Content-Type": "application/json" })),
    largeBodies: () => {
      const large = new Uint8Array(19 * megabyte).fill(97);
      return many(20, () => post(target, "/sign-in", large, { "Content-Type": urlEncoded }));
    },
  };
}
