import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { peersFolder } from "../places";
import { type Hosted, host, place } from "./host";

/** The server as published, started by its own file, with its own storage. */
async function start(): Promise<Hosted> {
  const { folder, port } = place();
  Object.assign(process.env, { HOST: "127.0.0.1", PORT: String(port), YPERSISTENCE: join(folder, "store") });
  const sources = join(peersFolder, "node_modules/@y/websocket-server/src");
  await import(pathToFileURL(join(sources, "server.js")).href);
  const { docs } = (await import(pathToFileURL(join(sources, "utils.js")).href)) as {
    docs: Map<string, unknown>;
  };
  // It has no orderly end; a moment for what its storage still has in hand.
  return { rooms: () => docs.size, stop: () => new Promise((resolve) => setTimeout(resolve, 1_000)) };
}

host(start());
