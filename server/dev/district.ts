import type { Server } from "node:http";
import { startDemo } from "../demo/startDemo";
import type { Pages } from "../http/application";
import { startPlatform } from "../start";

export { announceDemo } from "../demo/startDemo";
export { closeOnSignal } from "../signals";

/** Opens the demo district (creating it where there is none) and serves it with the given pages on an HTTP server. */
export function startDistrict(http: Server, pages: Pages) {
  return startDemo((configuration, parts) => startPlatform(http, configuration, { ...parts, pages }));
}
