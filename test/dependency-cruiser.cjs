// Rooms, not layers: what a file may import follows from its place and its ending.
const rooms =
  "^app/(calendar|ledger|access|unit|rules|record|plan|problem|task|meeting|search|work|outcome)/";
const useCase = "\\.server\\.tsx?$";
const hook = "/use[A-Z]\\w*\\.ts$";
const component = `(\\.tsx|${hook})$`;

module.exports = {
  forbidden: [
    {
      name: "rules-are-pure",
      comment: "Rules run in the browser and on the server: no database, no framework, no input or output.",
      severity: "error",
      from: { path: `${rooms}.*\\.ts$`, pathNot: [useCase, hook] },
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
      from: { path: `${rooms}.*\\.ts$`, pathNot: [useCase, hook] },
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
      to: { path: ["^db/", "^server/", "^app/routes/", useCase] },
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
        "A use case writes through `change`, which books the event. Failed sign-ins are counted without one.",
      severity: "error",
      from: {
        path: "^app/",
        pathNot: ["^app/ledger/change\\.server\\.ts$", "^app/access/signIn\\.server\\.ts$"],
      },
      to: { path: "^db/(connect|current|transact)\\.ts$" },
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
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
