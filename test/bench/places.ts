import { join } from "node:path";

// The bench is started in the project's folder; its bundle lies elsewhere.
export const root = process.cwd();
export const cache = join(root, ".cache/bench");
export const builtFolder = join(cache, "build");
export const peersFolder = join(cache, "peers");
export const profilesFolder = join(cache, "profiles");
/** What the database runs besides its bundle. */
export const programs = join(root, "db");
