import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { vi } from "vitest";
import * as entry from "~/entry.server";
import * as root from "~/root";
import { pathOf } from "./routePath";

const future = {
  ...{ v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true },
  ...{ v3_routeConfig: false, v3_singleFetch: true, v3_lazyRouteDiscovery: false },
  unstable_optimizeDeps: false,
};

type RouteModule = ServerBuild["routes"][string]["module"];

/** The modules of app/routes by the name of their file, without its ending. */
const modules = import.meta.glob<RouteModule>("../../app/routes/*.tsx");

const nameOf = (path: string) => path.replace(/^.*\/routes\/|\.tsx$/g, "");

/** The pages of a consultation day are those of any other meeting too (remix.config.js). */
const asOtherMeeting = (file: string): string[] =>
  /^desk_?\.days\.\$meeting\./.test(file) ? [file.replace(".days.", ".meetings.")] : [];

/** A route as the framework numbers it: pages of work stand in their frame, all others below the root. */
function placeOf(file: string, files: readonly string[]) {
  const framed = file.startsWith("desk.") && files.includes("desk");
  const path = framed ? pathOf(file).replace(/^desk\/?/, "") : pathOf(file);
  const index = path === "" || file.endsWith("_index") || undefined;
  return { id: `routes/${file}`, parentId: framed ? "routes/desk" : "root", path: path || undefined, index };
}

/**
 * Builds what the server runs, from the real root, the real entry and routes, in this process.
 * @param files route files without ending; left out, all of them
 */
export async function serverBuild(files = Object.keys(modules).map(nameOf)): Promise<ServerBuild> {
  const routes: ServerBuild["routes"] = {
    root: { id: "root", path: "", module: root as unknown as RouteModule },
  };
  for (const file of files) {
    const module = await modules[`../../app/routes/${file}.tsx`]!();
    for (const address of [file, ...asOtherMeeting(file)]) {
      const place = placeOf(address, files);
      routes[place.id] = { ...place, module };
    }
  }
  const manifest = Object.fromEntries(
    Object.values(routes).map(({ id, parentId, path, index, module }) => [
      id,
      {
        ...{ id, parentId, path, index, module: `/${id}.js`, imports: [] },
        ...{ hasLoader: Boolean(module.loader), hasAction: Boolean(module.action) },
        ...{ hasErrorBoundary: Boolean(module.ErrorBoundary) },
        ...{ hasClientLoader: false, hasClientAction: false },
      },
    ]),
  );
  return {
    mode: "production",
    entry: { module: entry },
    routes,
    assets: { entry: { module: "/entry.js", imports: [] }, routes: manifest, url: "/m.js", version: "1" },
    ...{ publicPath: "/", assetsBuildDirectory: "build", future, isSpaMode: false },
  } as unknown as ServerBuild;
}

/**
 * Answers requests as the server does, with the named routes.
 * @param files route files without ending
 */
export async function pages(
  files: string[],
): Promise<(address: string, init?: RequestInit) => Promise<Response>> {
  const answer = createRequestHandler(await serverBuild(files), "production");
  const context: AppLoadContext = { nonce: "n", district: "云川区", log: { error: vi.fn() } };
  return (address, init) => answer(new Request(`http://localhost${address}`, init), context);
}
