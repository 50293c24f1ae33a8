import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fieldsOf } from "~/access/formFields";
import { meanwhileField, seenField, takeField } from "~/ledger/meanwhile";
import { loadAnew } from "~/ui/form/loadAnew";
import { serverBuild } from "../../builders/pages";
import { pathTo } from "../../builders/routePath";
import { startWebServer, type WebServer } from "../../builders/webServer";
import { buildWorld, type Knocker, type World } from "../../builders/world";
import { routes } from "./outcomeOf";
import { routeTable } from "./routeTable";

let world: World;
let server: WebServer;
beforeAll(async () => {
  world = await buildWorld();
  server = await startWebServer(await serverBuild());
}, 60_000);
afterAll(async () => {
  await server?.close();
  world?.remove();
});

interface Stale {
  who: Knocker;
  /** A text of the form, and what somebody writes into it. */
  field: string;
  mine: (world: World) => string;
  query?: (world: World) => string;
}

/** Every form about something that another may change while one writes. */
const stale: Record<string, Stale> = {
  "desk.days.$month.lists.$street._index edit": {
    who: "street-east",
    field: "title",
    mine: () => "路灯整夜不亮",
    query: ({ draft }) => `?edit=${draft.problemNumber}`,
  },
  "desk.days.$month.plan change": {
    who: "office",
    field: "date",
    mine: ({ months }) => `${months.collecting}-27`,
  },
  "desk.days.$month.plan place": { who: "office", field: "place", mine: () => "东街礼堂" },
  "desk.rules.proposal head": { who: "office", field: "title", mine: () => "第三版" },
  "desk.rules.proposal numbers": { who: "office", field: "rules.window.usualDay", mine: () => "23" },
  "desk.rules.proposal list": { who: "office", field: "entries[0].zh", mine: () => "道路与照明" },
  "desk.rules.proposal answers": { who: "office", field: "answers[0].text", mine: () => "改到月底" },
  "desk.units.$slug.change action": { who: "office", field: "shortZh", mine: () => "工务" },
  "desk.units.$slug.map place": {
    who: "street-east",
    field: "height",
    mine: () => "500",
    query: () => "?area=east-lane",
  },
  "desk.units.$slug.posts.$post change": { who: "admin", field: "titleZh", mine: () => "综合科经办人" },
  "desk.resources.needs.$need change": { who: "dept-works", field: "words", mine: () => "清运两层" },
  "desk.resources.offers.$offer change": { who: "dept-water", field: "words", mine: () => "两个班组" },
  "desk.meetings.$meeting._index arrange": { who: "street-east", field: "title", mine: () => "东街例会" },
  "desk.days.$meeting.agenda change": { who: "office", field: "title", mine: () => "东街路灯" },
  "desk.days.$meeting.agenda propose": { who: "street-east", field: "title", mine: () => "东街路灯" },
  "desk.duties.$ref save": { who: "office", field: "matter", mine: () => "道路和人行道养护" },
  "desk.days.$meeting.research._index brief": { who: "office", field: "brief", mine: () => "查清权属" },
  "desk.days.$meeting.research.$visit editEntry": {
    who: "office",
    field: "text",
    mine: () => "灯杆已扶正",
  },
  "desk.days.$meeting.research.$visit editVisit": { who: "office", field: "title", mine: () => "北门" },
  "desk.days.$meeting.look-back state": { who: "office", field: "text", mine: () => "下周完工" },
};

// Whoever comes second to a decision finds it decided: nothing is written over.
const decisions =
  /(corrections (adopt|refuse)|screening decide|swap action|agenda (take|decline)Proposal|publish (publish|putBack|shorten|takeDown)|erase (preview|erase)|proposal (submit|withdraw|adopt|refuse))$/;
// One line: the page that refuses it shows what it is by now, above what was typed.
const oneLine = "desk.attached.$kind.$subject caption";
// Their forms stand in a room with script: decidedTopics.test.ts, reservations.test.ts.
const inRoom = ["recordOutcome", "reserve"].map((intent) => `desk.days.$meeting.room ${intent}`);

// Written while the agenda is drawn up, and here the session has opened: opinions.test.ts.
const beforeSession = ["save", "submit"].map((intent) => `desk.days.$meeting.opinions.$opinion ${intent}`);

const entries = Object.entries(routeTable)
  .filter(([, { module }]) => module === undefined)
  .flatMap(([file, entry]) =>
    Object.entries(entry.acts ?? {}).map(([intent, act]) => ({ file, entry, intent, act })),
  );
const versioned = entries.filter(({ file, intent }) => {
  const schema = routes[file]?.action?.forms?.[intent];
  return schema !== undefined && fieldsOf(schema).has("version");
});
const nameOf = ({ file, intent }: (typeof entries)[number]) => `${file} ${intent}`;

it("is asked of every form that says which version it is about", () => {
  const known = versioned.map(nameOf).filter((name) => !decisions.test(name));
  expect(known.toSorted()).toEqual([...Object.keys(stale), ...inRoom, oneLine, ...beforeSession].toSorted());
});

it.each(Object.keys(stale))("is about a page that is loaded anew when its form is overtaken: %s", (name) => {
  expect(routes[name.split(" ")[0]!]).toMatchObject({ shouldRevalidate: loadAnew });
});

const unescaped = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
const hidden = (form: string, name: string) =>
  unescaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? "");
const formsOf = (page: string) => [...page.matchAll(/<form\b.*?<\/form>/gs)].map(([form]) => form);

/** The pages of one of the forms, as they come without script. */
function visit(name: string) {
  const { who, query } = stale[name]!;
  const entry = versioned.find((one) => nameOf(one) === name)!;
  const params = entry.entry.params?.(world) ?? {};
  const address = pathTo(entry.file, params) + (query?.(world) ?? "");
  const headers = { Cookie: world.cookies[who], Origin: server.origin };
  const usual: Record<string, string> = { intent: entry.intent, ...entry.act.form?.(world) };
  const formIn = (page: string) =>
    formsOf(page).find(
      (form) =>
        form.includes(`name="${seenField}"`) &&
        (entry.intent === "action" || form.includes(`value="${entry.intent}"`)) &&
        ["topicId", "number"].every((of) => usual[of] === undefined || form.includes(usual[of])),
    ) ?? "";
  return {
    usual,
    form: async () => formIn((await server.send({ path: address, headers })).text),
    async send(form: string, fields: Record<string, string>) {
      const action = unescaped(/action="([^"]*)"/.exec(form)?.[1] ?? address);
      const body = new URLSearchParams(fields).toString();
      const type = { "Content-Type": "application/x-www-form-urlencoded" };
      const got = await server.send({ method: "POST", path: action, headers: { ...headers, ...type }, body });
      return { status: got.status, form: formIn(got.text), page: got.text };
    },
  };
}

/** What a form carries of the state that it shows. */
const carried = (form: string) => ({
  version: hidden(form, "version"),
  [seenField]: hidden(form, seenField),
  ...(form.includes(meanwhileField) && { [meanwhileField]: hidden(form, meanwhileField) }),
});

describe.each(Object.keys(stale))("%s", (name) => {
  const { field } = stale[name]!;

  it("comes back with both texts, and overwrites nothing before one has decided", async () => {
    await world.fresh(async () => {
      const page = visit(name);
      const mine = stale[name]!.mine(world);
      const shown = await page.form();
      const values = JSON.parse(hidden(shown, seenField)) as Record<string, string>;
      const unchanged = Object.entries(values).filter(([, value]) => typeof value === "string");
      const typed = { ...page.usual, ...Object.fromEntries(unchanged), [field]: mine };
      const { version } = carried(shown);
      // As if the field had said something else when the page was opened, and another had changed it since.
      const first = await page.send(shown, {
        ...typed,
        version: String(Number(version) + 1),
        [seenField]: JSON.stringify({ ...values, [field]: "从前的内容" }),
      });
      expect(first.status).toBe(409);
      expect(first.form).toContain(`name="${takeField(field)}"`);
      for (const text of [mine, values[field]!]) expect(first.form).toContain(text);

      const second = await page.send(first.form, { ...typed, ...carried(first.form) });
      expect(second.status, "a second press without a decision").toBe(409);
      expect(JSON.parse(hidden(await page.form(), seenField))).toEqual(values);

      const third = await page.send(second.form, {
        ...typed,
        ...carried(second.form),
        [takeField(field)]: "mine",
      });
      expect([200, 302], third.form).toContain(third.status);
    });
  });
});
