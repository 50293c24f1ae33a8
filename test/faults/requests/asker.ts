import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { cookieName } from "~/access/cookie.server";
import { type Chance, dealt } from "../../builders/chance";
import { oddRequest, oddValues, spoilt } from "../../builders/oddities";
import { pathTo } from "../../builders/routePath";
import type { RouteEntry } from "../../integration/access/routeTable";
import { foreignIn } from "../checks";
import type { Place } from "../place";
import { signInAgain } from "../rows";
import { type Card, cards } from "./cards";
import type { Marks } from "./marks";

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const urlEncoded = "application/x-www-form-urlencoded";
// Half of a sign outside of the basic plane stands in no address.
const writable = oddValues.filter(
  (value) => value !== "" && value.length < 100 && !/\p{Surrogate}/u.test(value),
);

/** Asks for anything, as anybody, and looks at what comes back. */
export class Asker {
  readonly faults: string[] = [];
  readonly statuses = new Map<number, number>();
  frames = 0;
  readonly #dealt: Generator<Card, never>;
  #requests = 0;

  constructor(
    readonly place: Place,
    readonly marks: Marks,
    readonly random: Chance,
  ) {
    this.#dealt = dealt(random, cards);
  }

  get count(): number {
    return this.#requests + this.frames;
  }

  /** Whether the street itself reads its words; else nothing would prove that others do not. */
  async findsMarks(): Promise<string[]> {
    const pages = await Promise.all(
      this.marks
        .pages()
        .map((path) =>
          this.#send({ method: "GET", path, headers: this.#cookie(`street-${this.marks.street}`) }),
        ),
    );
    const all = pages.map(({ text }) => text).join();
    return this.marks.words
      .filter((word) => !all.includes(word))
      .map((word) => `${word} is not there for its street`);
  }

  async once(): Promise<void> {
    const { random, place } = this;
    const { file, entry, intent, who } = this.#dealt.next().value;
    const real = entry.params?.(place.world) ?? {};
    const { query, headers, method } = oddRequest(random);
    const path = pathTo(file, this.#params(real)) + (random.below(3) === 0 ? ".data" : "") + query;
    const form = intent === null ? null : this.#form(entry, intent);
    const asked: Asked = {
      method: method ?? (form ? "POST" : "GET"),
      path,
      headers: {
        "Accept-Language": "zh-CN",
        ...(form && { "Content-Type": urlEncoded }),
        ...this.#cookie(who),
        ...headers,
      },
      ...(form && { body: new URLSearchParams(form).toString() }),
    };
    this.#requests += 1;
    const what = `${who} ${asked.method} ${path} ${JSON.stringify(headers)} ${(asked.body ?? "").slice(0, 300)}`;
    try {
      const answer = await this.#send(asked);
      this.#judge(answer, what);
      // Somebody's acts end a sign-in; from then on they would meet nothing but the door.
      if (answer.status === 401 && who !== "visitor") signInAgain(place.server.folder);
    } catch (error) {
      this.faults.push(`${what}: ${(error as Error).message}`);
    }
  }

  #params(real: Record<string, string>): Record<string, string> {
    const { random, place, marks } = this;
    const name = random.one(Object.keys(real));
    if (name === undefined || random.below(3) > 0) return real;
    const [slug] = /HS-[\d-]+/.exec(marks.pages().join(" ")) ?? [""];
    const foreign = { street: marks.street, meeting: slug, slug: marks.street, number: "NOR-2026-0001" };
    const odd = random.one(writable);
    return {
      ...real,
      [name]: random.one([
        odd,
        Object.entries(foreign).find(([key]) => key === name)?.[1] ?? place.world.months.inSession,
      ]),
    };
  }

  #form(entry: RouteEntry, intent: string): [string, string][] {
    const fields: [string, string][] = [
      ["intent", intent],
      ...Object.entries(entry.acts![intent]!.form?.(this.place.world) ?? {}),
    ];
    return this.random.below(4) === 0 ? fields : spoilt(this.random, fields);
  }

  #cookie(who: string): Record<string, string> {
    return who === "visitor" ? {} : { Cookie: `${cookieName}=${who}` };
  }

  #judge({ status, headers, text }: Answer, what: string): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    // Too much at this moment is said with when to come again.
    if (status >= 500 && !(status === 503 && headers["retry-after"])) this.faults.push(`${status}: ${what}`);
    const said = decodeURIComponent(String(headers.location ?? "").replace(/%(?![0-9a-f]{2})/gi, "%25"));
    for (const word of foreignIn(text + said, this.marks.words))
      this.faults.push(`${word} is shown to ${what}`);
  }

  #send({ method, path, headers, body }: Asked): Promise<Answer> {
    const { origin } = this.place.server;
    const { hostname, port } = new URL(origin);
    return new Promise((resolve, reject) => {
      const options = {
        hostname,
        port,
        method,
        path: encodeURI(path).replace(/%25/g, "%"),
        headers: { Origin: origin, ...headers },
      };
      const sent = httpRequest({ ...options, agent: false, timeout: 30_000 }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.once("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString("utf8"),
          }),
        );
        answer.once("error", reject);
      });
      sent.once("timeout", () => sent.destroy(new Error("no answer in 30 s")));
      sent.once("error", reject);
      sent.end(body);
    });
  }

  figures(): Record<string, number | string> {
    const statuses = [...this.statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status}×${count}`);
    const timesEach = Math.floor(this.#requests / cards.length);
    return { requests: this.#requests, timesEach, frames: this.frames, statuses: statuses.join(" ") };
  }
}
