import { describe, expect, it } from "vitest";
import { worldOfFile } from "../../builders/servedWorld";
import { type Knocker, knockers } from "../../builders/world";
import { unzip } from "../../builders/zip";
import { outcomeOf } from "./outcomeOf";
import { plantedThings } from "./planted";
import { type RouteEntry, routeTable } from "./routeTable";

const world = await worldOfFile();

/** A way on which things are reached: an address with everything that can be asked of it. */
interface Way {
  file: string;
  params?: Record<string, string>;
  query?: string;
}

/** What somebody is answered there, down to the texts in a file; the number of a refusal where it is one. */
async function answerTo(who: Knocker, { file, params, query }: Way): Promise<string> {
  const known = routeTable[file]!;
  const entry: RouteEntry = {
    ...known,
    params: params ? () => params : known.params,
    query: query ?? known.query,
  };
  const outcome = await outcomeOf(world, who, { file, entry, form: null });
  if (!(outcome instanceof Response)) return JSON.stringify(outcome);
  const bytes = new Uint8Array(await outcome.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isZip ? [...unzip(bytes).values()].join("\n") : new TextDecoder().decode(bytes);
  return `${outcome.status} ${outcome.headers.get("Location") ?? ""} ${text}`;
}

const pagesOfMeetings = Object.keys(routeTable).filter(
  (file) => file.startsWith("desk.meetings.$meeting.") && routeTable[file]!.loader,
);

/** Everything in the table of rights, and what is asked for by the names of the things that were planted. */
function waysTo(names: Record<string, string>): Way[] {
  const searched = plantedThings.flatMap(({ sought }) => [
    { file: "desk.search", query: `?q=${sought}` },
    { file: "search", query: `?q=${sought}` },
    { file: "desk.problems._index", query: `?q=${sought}` },
    { file: "desk.tasks._index", query: `?q=${sought}` },
    { file: "desk.days.$meeting.mentions", query: `?words=${sought}` },
    { file: "desk.meetings.$meeting.mentions", query: `?words=${sought}` },
  ]);
  const problems = ["draft", "draftOfWest", "submitted", "answered"].map((name) => ({
    number: names[name]!,
  }));
  const tasks = [names.taskOfWeekly!, names.taskWithWitness!];
  const lists = ["east", "west"].map((street) => ({ month: world.months.collecting, street }));
  return [
    ...Object.entries(routeTable).flatMap(([file, { loader }]) => (loader ? [{ file }] : [])),
    ...searched,
    ...problems.flatMap((params) => [
      { file: "desk.problems.$number", params },
      { file: "matters.$number", params },
    ]),
    ...tasks.flatMap((number) => [
      { file: "desk.tasks.$number._index", params: { number } },
      { file: "desk.tasks.$number.publish", params: { number } },
      { file: "desk.days.$meeting.mentions", query: `?key=task:${number}` },
    ]),
    { file: "desk.attached.$kind.$subject", params: { kind: "problem", subject: names.draftWithFile! } },
    { file: "desk.files.$file.$form", params: { file: names.fileOfDraft!, form: "content" } },
    { file: "desk.resources._index", query: "?show=offers" },
    { file: "desk.resources.needs.$need", params: { need: names.needOfDraft! } },
    { file: "desk.resources.offers.new", query: `?need=${names.needOfDraft}` },
    { file: "desk.resources.offers.$offer", params: { offer: names.offerToNeed! } },
    { file: "desk.deviations.$id", params: { id: names.deviation! } },
    { file: "desk.ledger", query: `?kind=deviation&id=${names.deviation}` },
    ...[names.weekly!, names.weeklyOfTopic!, names.weeklyOfOpinion!].flatMap((meeting) =>
      pagesOfMeetings.map((file) => ({ file, params: { meeting } })),
    ),
    ...["desk.days.$meeting.history._index", "desk.meetings.$meeting.history._index"].flatMap((file) => [
      { file, query: `?from=${world.versionId}&to=now` },
      { file, query: "?to=now" },
    ]),
    ...lists.flatMap((params) => [
      { file: "desk.days.$month.lists.$street._index", params },
      { file: "desk.days.$month.lists.$street.import", params },
    ]),
    { file: "desk.units.$slug.posts.$post", params: { slug: "west", post: names.postOfWest! } },
    { file: "desk.ledger", query: `?kind=problem&id=${names.draftId}` },
    { file: "desk.ledger", query: `?kind=post&id=${names.postOfWest}` },
    { file: "desk.ledger", query: "?kind=list" },
    { file: "desk.ledger", query: "?before=2" },
    { file: "desk.accounts.$person", params: { person: world.district.actors["street-west"]!.personId } },
  ];
}

/** Plants everything and walks every way as everybody; where each met what, by mark. */
const met = await world.fresh(async () => {
  const names: Record<string, string> = { postOfWest: world.district.actors["street-west"]!.postId };
  for (const { plant, sought, mark } of plantedThings)
    Object.assign(
      names,
      await plant(world, `路灯 ${sought} ${mark}`).catch((e: Error) => {
        throw new Error(mark, { cause: e });
      }),
    );
  const found: Record<string, Map<Knocker, string[]>> = {};
  for (const { mark } of plantedThings) found[mark] = new Map();
  const nothing: Record<string, string> = {};
  const searchedFor: Record<string, string> = {};
  for (const who of knockers) {
    for (const way of waysTo(names)) {
      const answer = await answerTo(who, way);
      const place = `${way.file}${way.query ?? ""}`;
      for (const { mark } of plantedThings)
        if (answer.includes(mark)) found[mark]!.set(who, [...(found[mark]!.get(who) ?? []), place]);
      if (way.file === "desk.search") searchedFor[`${who} ${way.query}`] = answer;
    }
    nothing[who] = await answerTo(who, { file: "desk.search", query: "?q=nowherefound" });
  }
  const hidden: [string, string][] = [];
  for (const [who, params] of [
    ["office", { number: names.draft! }],
    ["street-west", { number: names.draft! }],
    ["dept-water", { number: names.submitted! }],
  ] as const)
    hidden.push([
      await answerTo(who, { file: "desk.problems.$number", params }),
      await answerTo(who, { file: "desk.problems.$number", params: { number: "EST-1999-0001" } }),
    ]);
  for (const file of pagesOfMeetings)
    hidden.push([
      await answerTo("office", { file, params: { meeting: names.weekly! } }),
      await answerTo("office", { file, params: { meeting: "HS-1999-0001" } }),
    ]);
  return { found, nothing, searchedFor, hidden };
});

describe("what not everybody may see, on every way to it", () => {
  it.each(plantedThings)("is met by those who may, and by nobody else: $thing", ({ mark, seenBy }) => {
    const ways = met.found[mark]!;
    const others = [...ways].filter(([who]) => !seenBy.includes(who));
    expect(Object.fromEntries(others)).toEqual({});
    expect(knockers.filter((who) => ways.has(who))).toEqual(knockers.filter((who) => seenBy.includes(who)));
  });

  it.each(plantedThings)("is not counted for anybody else in a search: $thing", ({ sought, mark }) => {
    for (const who of knockers.filter((one) => one !== "visitor" && !met.found[mark]!.has(one)))
      expect(met.searchedFor[`${who} ?q=${sought}`]!.replaceAll(sought, "nowherefound"), who).toBe(
        met.nothing[who],
      );
  });

  it("is answered for as what never was", () => {
    for (const [hidden, never] of met.hidden) expect(hidden).toBe(never);
  });
});
