import { describe, expect, it } from "vitest";
import { worldOfFile } from "../../builders/servedWorld";
import { type Knocker, knockers } from "../../builders/world";
import { outcomeOf, routes } from "./outcomeOf";
import { type Answer, type RouteEntry, routeTable } from "./routeTable";

const world = await worldOfFile();

/** What somebody meets: is let do it (or told what is missing), sent to sign in, told no, or told it does not exist. */
function answerOf(outcome: unknown): Answer {
  const response = outcome as { status?: number; headers?: Headers; init?: { status?: number } | null };
  const status = outcome instanceof Response ? outcome.status : (response?.init?.status ?? 200);
  if (outcome instanceof Response && outcome.headers.get("Location")?.startsWith("/sign-in?next="))
    return "signIn";
  if (outcome instanceof Response && status === 401) return "signIn";
  if (status === 404) return "hidden";
  if (status === 403) return "denied";
  if (status >= 500 || status === 400) throw new Error(`unexpected status ${status}`);
  return "allowed";
}

async function knock(who: Knocker, file: string, entry: RouteEntry, form: Record<string, string> | null) {
  return answerOf(await outcomeOf(world, who, { file, entry, form }));
}

function expected(rights: Partial<Record<Knocker | "others", Answer>>, who: Knocker): Answer {
  return rights[who] ?? (who === "visitor" ? "signIn" : (rights.others ?? "denied"));
}

function tableOf(rights: Parameters<typeof expected>[0]) {
  return Object.fromEntries(knockers.map((who) => [who, expected(rights, who)]));
}

async function met(file: string, entry: RouteEntry, form: (() => Record<string, string>) | null) {
  const found: Partial<Record<Knocker, Answer>> = {};
  for (const who of knockers)
    found[who] = await world.fresh(() => knock(who, file, entry, form === null ? null : form()));
  return found;
}

describe("every route and action, everybody, own and foreign things", () => {
  it("has an entry for each route, each loader and each intent, and for nothing else", () => {
    const real = Object.entries(routes).flatMap(([file, { loader, action }]) => [
      ...(loader ? [`${file} loader`] : []),
      ...(action ? (action.intents ?? ["action"]).map((intent) => `${file} ${intent}`) : []),
    ]);
    const known = Object.entries(routeTable)
      .filter(([, entry]) => entry.module === undefined)
      .flatMap(([file, entry]) => [
        ...(entry.loader ? [`${file} loader`] : []),
        ...Object.keys(entry.acts ?? {}).map((intent) => `${file} ${intent}`),
      ]);
    expect(known.sort()).toEqual(real.sort());
  });

  for (const [file, entry] of Object.entries(routeTable)) {
    if (entry.loader)
      it(`${file}: who may see it`, async () => {
        expect(await met(file, entry, null)).toEqual(tableOf(entry.loader!));
      });
    for (const [intent, act] of Object.entries(entry.acts ?? {}))
      it(`${file}: who may ${intent}`, async () => {
        const form = () => ({ intent, ...act.form?.(world) });
        expect(await met(file, entry, form)).toEqual(tableOf(act.rights));
      });
  }
});
