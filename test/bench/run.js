/**
 * `npm run bench [NAME …]`: builds the benchmarks and runs them. Without a name it lists them.
 * Everything it needs besides the project's own packages lies in `.cache/bench`.
 */
import { build } from "../../server/launch.js";
import { bundleAndRun } from "../bundle.js";

// What runs on threads of the server is taken from its build.
if (process.argv.slice(2).some((name) => name.startsWith("web") || ["import", "dayx"].includes(name)))
  build();
await bundleAndRun("bench", {
  main: "main.ts",
  load: "load/process.ts",
  huishang: "servers/huishang.ts",
  "y-websocket": "servers/yWebsocket.ts",
  hocuspocus: "servers/hocuspocus.ts",
  floor: "servers/floor.ts",
});
