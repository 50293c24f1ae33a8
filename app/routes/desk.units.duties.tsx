import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/access/request.server";
import { dutiesAddress } from "~/address/units";

/** Where the duty lists were before. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  return redirect(`${dutiesAddress}${new URL(request.url).search}`);
}
