/**
 * `npm run faults [-- --seed N] [--minutes N] [PART …]`: kills the built server again and again while people work on it,
 * fills its disk, and sends it thousands of requests that no browser sends. Ends with 1 where anything was lost, done
 * twice, shown to whom it is not for, or answered with a fault.
 */
import { build } from "../../server/launch.js";
import { bundleAndRun } from "../bundle.js";

build();
await bundleAndRun("faults", { main: "main.ts" });
