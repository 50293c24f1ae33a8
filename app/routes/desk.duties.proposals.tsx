import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/access/request.server";
import { dutyProposals } from "~/problem/duty/dutyProposals.server";
import { readWritten } from "~/problem/writtenProblem";

/** The duties that a problem may fall under, as far as it is written. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  const proposals = await dutyProposals(readWritten(new URL(request.url).searchParams));
  return Response.json({ proposals }, { headers: { "Cache-Control": "no-store" } });
}
