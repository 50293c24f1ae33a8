import type { Server as HttpServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { peersFolder } from "../places";
import { type Hosted, host, place } from "./host";

// What is used of the packages, which the project does not install.
interface HocuspocusServer {
  httpServer: HttpServer;
  hocuspocus: { getDocumentsCount(): number };
  destroy(): Promise<void>;
}
interface Packages {
  Server: new (configuration: object) => HocuspocusServer;
  SQLite: new (configuration: { database: string }) => object;
}

/** The server as published, with its own SQLite storage and its own defaults. */
async function start(): Promise<Hosted> {
  const { folder, port } = place();
  const load = createRequire(join(peersFolder, "package.json"));
  const { Server } = load("@hocuspocus/server") as Packages;
  const { SQLite } = load("@hocuspocus/extension-sqlite") as Packages;
  const server = new Server({
    quiet: true,
    extensions: [new SQLite({ database: join(folder, "store.sqlite") })],
  });
  // Its own `listen` would take connections from other machines too.
  await new Promise<void>((resolve) => server.httpServer.listen(port, "127.0.0.1", resolve));
  return { rooms: () => server.hocuspocus.getDocumentsCount(), stop: () => server.destroy() };
}

host(start());
