import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OwnServer } from "../builders/ownServer";
import { buildWorld, type World } from "../builders/world";

/** A district in the middle of its work, served by the built server. */
export interface Place {
  server: OwnServer;
  world: World;
  /** Ends the server and takes everything away. */
  remove(): Promise<void>;
}

/**
 * Builds the district in a folder of its own and serves it.
 * @param folderOf gives the data folder, made in the one it is told
 */
export async function servedWorld(
  more: Parameters<typeof buildWorld>[0] = {},
  folderOf: (parent: string) => string = dataIn,
): Promise<Place> {
  const parent = mkdtempSync(join(tmpdir(), "huishang-faults-"));
  const world = await buildWorld(more);
  const folder = folderOf(parent);
  world.copyTo(folder);
  const server = await OwnServer.start(folder);
  return {
    server,
    world,
    async remove() {
      await server.end();
      world.remove();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

function dataIn(parent: string): string {
  const folder = join(parent, "data");
  mkdirSync(folder);
  return folder;
}
