import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { meetingAddress } from "~/address/meetings";
import type { Knocker, World } from "../../builders/world";
import type { RouteEntry } from "./routeTable";

interface RouteModule {
  loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  action?: ((args: ActionFunctionArgs) => Promise<unknown>) & {
    intents?: string[];
    forms?: Record<string, z.ZodType>;
  };
}

const modules = import.meta.glob<RouteModule>("../../../app/routes/*.tsx", { eager: true });
/** The modules of all routes, by the name of their file. */
export const routes = Object.fromEntries(
  Object.entries(modules).map(([path, module]) => [path.replace(/^.*\/routes\/|\.tsx$/g, ""), module]),
);

const context = {
  nonce: "n",
  district: "d",
  address: "203.0.113.1",
  secureCookies: false,
  log: { error() {} },
};

/** What is asked for at a route: its page, or what its form does. */
interface Knock {
  file: string;
  entry: RouteEntry;
  form: Record<string, string> | null;
}

/** Under which address a route is asked: at that of its meeting, where it belongs to one. */
export function askedAt(world: World, { params, query = "" }: RouteEntry): string {
  const slug = params?.(world).meeting;
  return `http://localhost${slug ? meetingAddress({ slug }) : "/"}${query}`;
}

/** What a route answers to somebody, thrown or returned. Throws what is no answer. */
export async function outcomeOf(world: World, who: Knocker, { file, entry, form }: Knock): Promise<unknown> {
  const params = entry.params?.(world) ?? {};
  const headers: Record<string, string> = { Cookie: world.cookies[who] };
  const address = askedAt(world, entry);
  const request = form
    ? new Request(address, { method: "POST", headers, body: new URLSearchParams(form) })
    : new Request(address, { headers });
  const module = routes[entry.module ?? file]!;
  const handler = form ? module.action! : module.loader!;
  return answerTo(() => handler({ request, params, context } as never));
}

/** What a route answers, thrown or returned. Throws what is no answer. */
export async function answerTo(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
