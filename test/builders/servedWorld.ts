import { afterAll } from "vitest";
import { registerFileMaker } from "~/file/fileMaker.server";
import { registerFileReader } from "~/problem/import/fileReader.server";
import { registerWorkbookWriter } from "~/workbook/writeWorkbook.server";
import { fileMaker } from "~server/workers/fileMaker";
import { fileReader } from "~server/workers/fileReader";
import { workbookWriter } from "~server/workers/workbookWriter";
import { serverBuild } from "./pages";
import { startWebServer, type WebServer } from "./webServer";
import { buildWorld, type More, type World } from "./world";

/** Gives the calling test file a world of its own, removed at the end. */
export async function worldOfFile(more?: More): Promise<World> {
  const world = await buildWorld(more);
  registerFileReader(fileReader);
  registerFileMaker(fileMaker);
  registerWorkbookWriter(workbookWriter);
  afterAll(() => world.remove());
  return world;
}

/** Gives the calling test file a world of its own, and the server that answers for it over HTTP. */
export async function servedWorld(): Promise<{ world: World; server: WebServer }> {
  const world = await worldOfFile();
  const server = await startWebServer(await serverBuild());
  afterAll(() => server.close());
  return { world, server };
}
