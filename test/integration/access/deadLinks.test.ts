import { expect, it } from "vitest";
import { servedWorld } from "../../builders/servedWorld";
import type { Knocker } from "../../builders/world";

const { world, server } = await servedWorld();

// Enough of each kind of page to meet its links, without walking every row of every list.
const mostOfKind = 3;
// Files of the build, and what is downloaded, are asked for by other tests.
const passedOver =
  /^\/(assets|build|favicon|help)|^\/desk\/help|^\/sign-out|\.(css|js|xlsx|docx|zip|ics|json)(\?|$)/;

/** The kind of page an address is of: names, numbers, days and the values of its query are left out. */
function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  const path = pathname
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]+-\d{4}-\d+|\d{4}-\d\d|\d+/g, "*")
    .replace(/\/(lists|units)\/[a-z-]+/, "/$1/*");
  return [path, ...searchParams.keys()].join(" ");
}

/** Follows links from one's work on, and names those that lead nowhere, with the page they stand on. */
async function deadLinks(who: Knocker): Promise<string[]> {
  const ways = [{ to: "/desk", from: "" }];
  const known = new Set(["/desk"]);
  const met = new Map<string, number>();
  const dead: string[] = [];
  for (const { to, from } of ways) {
    const { status, text } = await server.send({ path: to, headers: { Cookie: world.cookies[who] } });
    // The builders put problems on agendas that no street ever sent, which nobody but the street may know of.
    if (status >= 400 && !to.startsWith("/desk/problems/")) dead.push(`${status} ${to} on ${from}`);
    for (const [, written] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = written!.replaceAll("&amp;", "&");
      const kind = kindOf(next);
      const times = met.get(kind) ?? 0;
      if (passedOver.test(next) || known.has(next) || times >= mostOfKind) continue;
      known.add(next);
      met.set(kind, times + 1);
      ways.push({ to: next, from: to });
    }
  }
  expect(known.size).toBeGreaterThan(10);
  return dead;
}

for (const who of [
  "office",
  "leader",
  "street-east",
  "dept-works",
  "community-east",
  "admin",
] satisfies Knocker[])
  it(
    `no page leads ${who} to one that is not there for them`,
    () => world.fresh(async () => expect(await deadLinks(who)).toEqual([])),
    120_000,
  );
