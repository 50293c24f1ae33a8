import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireActor } from "~/access/request.server";
import { chapterOf } from "~/handbook/chapter";

/** The handbook opens at the chapter written for the post one acts in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  throw redirect(`/desk/help/${chapterOf(actor.role)}`);
}
