import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, sendTo } from "~/access/request.server";
import { dayOf } from "~/calendar/day";

/** The plan of the present year. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { now } = await requireActor(request);
  throw sendTo(`/desk/plan/${dayOf(now).slice(0, 4)}`);
}
