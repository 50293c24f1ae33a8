/**
 * `npm run dev`: the demo district, answered from the source files as they are now, without a build. Pages, rules
 * and use cases that have changed are loaded at the next request; see running.js for what cannot be exchanged so
 * easily. Plain JavaScript, because Node runs it as it is.
 */
import { createServer } from "node:http";
import { reloadPagesWithoutScript } from "./reload.js";
import { Running } from "./running.js";
import { openSource } from "./source.js";

process.env.NODE_ENV = "development";

const http = createServer();
const source = await openSource(http, (file) => running.changed(file));
const pages = {
  files: [source.files, reloadPagesWithoutScript],
  build: () => source.load("virtual:remix/server-build"),
};
const running = new Running(source, pages);
http.on("request", (request, response) => running.answer(request, response));
// The other WebSocket on this port is Vite's, by which pages hear of changes.
http.on("upgrade", (request, ...rest) => {
  if (request.url.startsWith("/live/")) running.upgrade(request, ...rest);
});

const { configuration, password } = await running.start();
const { announceDemo, closeOnSignal } = await source.load("/server/dev/district.ts");
closeOnSignal({
  async close() {
    http.close();
    await running.close();
    await source.close();
  },
});
await source.watching;
http.listen(configuration.port, configuration.host, async () => {
  // The first page would wait for it; a fault in it is told to whoever asks for a page.
  await pages.build().catch(() => undefined);
  announceDemo(configuration.port, password);
});
