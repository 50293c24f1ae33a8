import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { vi } from "vitest";
import * as entry from "~/entry.server";
import * as root from "~/root";

const future = {
  ...{ v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
  ...{ v3_routeConfig: false, v3_singleFetch: true, v3_lazyRouteDiscovery: true },
  unstable_optimizeDeps: false,
};

type RouteModule = ServerBuild["routes"][string]["module"];

/** The modules of app/routes by the name of their file, without its ending. */
const modules = import.meta.glob<RouteModule>("../../app/routes/*.tsx");

/** The path of a flat route file: dots are slashes, $name a parameter, _index its folder itself. */
function pathOf(file: string): string {
  return file
    .replace(/(^|\.)_index$/, "")
    .replaceAll("[.]", "\u0000")
    .split(".")
    .map((part) => (part === "$" ? "*" : part.replace(/^\$/, ":")))
    .join("/")
    .replaceAll("\u0000", ".");
}

/**
 * Answers requests as the server does, with the real root, entry and the named routes, in this process.
 * @param files route files without ending, each below the root
 */
export async function pages(
  files: string[],
): Promise<(address: string, init?: RequestInit) => Promise<Response>> {
  const routes: ServerBuild["routes"] = {
    root: { id: "root", path: "", module: root as unknown as RouteModule },
  };
  for (const file of files) {
    const module = await modules[`../../app/routes/${file}.tsx`]!();
    const path = pathOf(file);
    routes[file] = { id: file, parentId: "root", path, index: path === "" || undefined, module };
  }
  const manifest = Object.fromEntries(
    Object.values(routes).map(({ id, parentId, path, index }) => [
      id,
      {
        ...{ id, parentId, path, index, module: `/${id}.js`, imports: [] },
        ...{ hasLoader: true, hasAction: false, hasErrorBoundary: id === "root" },
        ...{ hasClientLoader: false, hasClientAction: false },
      },
    ]),
  );
  const build = {
    mode: "production",
    entry: { module: entry },
    routes,
    assets: { entry: { module: "/entry.js", imports: [] }, routes: manifest, url: "/m.js", version: "1" },
    ...{ publicPath: "/", assetsBuildDirectory: "build", future, isSpaMode: false },
  } as unknown as ServerBuild;
  const answer = createRequestHandler(build, "production");
  const context: AppLoadContext = { nonce: "n", district: "云川区", log: { error: vi.fn() } };
  return (address, init) => answer(new Request(`http://localhost${address}`, init), context);
}
