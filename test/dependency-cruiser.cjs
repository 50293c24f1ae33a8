// Rooms, not layers: what a file may import follows from its place and its ending. Imports of types count, save
// where a rule says that only values do.
const order = require("./order.cjs");

const withoutRules = ["i18n", "ui"];
const rooms = `^app/(${order.rooms
  .flat()
  .filter((room) => !withoutRules.includes(room))
  .join("|")})/`;
const useCase = "\\.server\\.tsx?$";
const hook = "/use[A-Z]\\w*\\.ts$";
const browser = "\\.client\\.ts$";
const component = `(\\.tsx|${hook})$`;
const values = { dependencyTypesNot: ["type-only"] };

const anyOf = (names) => `(${names.join("|")})`;

/** What a rule calls a room. */
const named = (path) => path.replace(/^app\//, "");

/** For each room: it knows neither those above it nor those beside it. */
function keepingTheOrder(floors, folder) {
  const rules = [];
  floors.forEach((floor, at) => {
    for (const room of floor) {
      const others = order.outOfReach(floors.slice(at), room);
      // On top there is nothing left that it must not know.
      if (others.length === 0) continue;
      rules.push({
        name: `${named(`${folder}${room}`)}-knows-no-room-above`,
        comment: "test/order.cjs says which room lies above which.",
        severity: "error",
        from: { path: `^${folder}${room}/` },
        to: { path: `^${folder}${anyOf(others)}/` },
      });
    }
  });
  return rules;
}

/** A room's own files lie below its folders. `room` is its path. */
function groundFloor(room, floors) {
  return {
    name: `${named(room)}-knows-none-of-its-folders`,
    severity: "error",
    from: { path: `^${room}/[^/]+$` },
    to: { path: `^${room}/${anyOf(floors.flat())}/` },
  };
}

const onTop = order.rooms.at(-1).map((room) => ({
  name: `${room}-is-on-top`,
  comment: "It reads every room; only its page knows it.",
  severity: "error",
  from: { path: "^(app|db|server)/", pathNot: ["^app/routes/", `^app/${room}/`] },
  to: { path: `^app/${room}/` },
}));

module.exports = {
  forbidden: [
    {
      name: "rules-are-pure",
      comment: "Rules run in the browser and on the server: no database, no framework, no input or output.",
      severity: "error",
      from: { path: `${rooms}.*\\.ts$`, pathNot: [useCase, hook, browser] },
      to: {
        path: [
          useCase,
          component,
          "^db/",
          "^server/",
          "^app/(routes|ui)/",
          "node_modules/(react|express|@remix-run|drizzle-orm)/",
        ],
      },
    },
    {
      name: "rules-without-node",
      severity: "error",
      from: { path: `${rooms}.*\\.ts$`, pathNot: [useCase, hook, browser] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "use-cases-know-no-pages",
      severity: "error",
      from: { path: useCase, pathNot: "^app/entry" },
      to: { path: ["^app/routes/", "^app/ui/", "^server/", component] },
    },
    {
      name: "components-know-no-data",
      severity: "error",
      from: { path: `(${rooms}|^app/ui/).*${component}` },
      to: { path: ["^db/", "^server/", "^app/routes/"] },
    },
    {
      name: "components-call-no-use-case",
      comment: "They are told the types of what a use case found.",
      severity: "error",
      from: { path: `(${rooms}|^app/ui/).*${component}` },
      to: { path: useCase, ...values },
    },
    {
      name: "routes-know-no-table",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: ["^db/", "^server/"] },
    },
    {
      name: "database-knows-rules-only",
      severity: "error",
      from: { path: "^db/" },
      to: { path: ["^server/", "^app/(routes|ui|i18n)/", component, useCase] },
    },
    {
      name: "server-knows-no-pages",
      severity: "error",
      from: { path: "^server/" },
      to: { path: ["^app/routes/", "^app/ui/", component] },
    },
    {
      name: "writes-pass-the-ledger",
      comment:
        "A use case writes through `change`, which books the event. Attempts at signing in are counted without one, as is the use of a sign-in, and what somebody has read is their own affair; the parts of a file on its way up become something only when it is whole.",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: [
          "^app/ledger/(change|head)\\.server\\.ts$",
          "^app/access/(signIn/attempts|session)\\.server\\.ts$",
          "^app/notice/markRead\\.server\\.ts$",
          "^app/problem/import/uploadParts\\.server\\.ts$",
        ],
      },
      to: { path: "^db/(connect|current|transact)\\.ts$", ...values },
    },
    {
      name: "record-knows-no-meeting",
      comment: "Any kind of meeting writes in it.",
      severity: "error",
      from: { path: "^app/record/" },
      to: {
        path: [
          `^app/(?!${anyOf(["record", ...order.belowRecord])}/)`,
          "^app/address/(?!(problems|tasks|units)\\.ts$)",
        ],
      },
    },
    ...keepingTheOrder(order.rooms, "app/"),
    ...Object.entries(order.subRooms).flatMap(([room, floors]) => [
      ...keepingTheOrder(floors, `${room}/`),
      groundFloor(room, floors),
    ]),
    ...onTop,
    {
      name: "texts-are-typed",
      comment:
        "Only app/i18n knows the library: its functions take any key, ours only those that have a text.",
      severity: "error",
      from: { path: "^app/", pathNot: ["^app/i18n/", "^app/entry\\."] },
      to: { path: "(^|/)(react-)?i18next(/|$)" },
    },
    {
      name: "dialect-in-db-only",
      comment:
        "Another database comes under the same doors of `db`. Builders of tests may reach behind them, and tests of `db` itself.",
      severity: "error",
      from: { path: "^(app|server|test)/", pathNot: "^test/(builders|integration/db|bench)/" },
      to: {
        path: [
          "(^|node_modules/)better-sqlite3(/|$)",
          "(^|node_modules/)drizzle-orm/(sqlite-core|better-sqlite3)(/|$)",
          "^db/sqlite/",
        ],
      },
    },
    {
      name: "workbooks-are-made-on-a-thread",
      comment: "Making a large one holds up whoever else the same thread has to answer.",
      severity: "error",
      from: { path: "^(app|db|server)/", pathNot: "^server/workers/workbookThread\\.ts$" },
      to: { path: "(^|node_modules/)write-excel-file(/|$)" },
    },
    {
      name: "no-cycle",
      severity: "error",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
