import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { peersFolder } from "./places";

// Not in package.json: nobody but this bench needs them.
const packages: Record<string, string> = {
  "@y/websocket-server": "0.1.1",
  "y-leveldb": "0.1.2",
  "@hocuspocus/server": "3.4.4",
  "@hocuspocus/provider": "3.4.4",
  "@hocuspocus/extension-sqlite": "3.4.4",
  yjs: "13.6.33",
  "y-protocols": "1.0.7",
};

/** Installs the servers to compare with, unless they are there. */
export function installPeers(): void {
  const file = join(peersFolder, "package.json");
  const wanted = JSON.stringify({ private: true, dependencies: packages }, null, 2);
  const stamp = join(peersFolder, "installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stderr.write("installing the servers to compare with, once…\n");
  mkdirSync(peersFolder, { recursive: true });
  writeFileSync(file, wanted);
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", peersFolder], {
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("the servers to compare with could not be installed");
  writeFileSync(stamp, wanted);
}
