import type { ActionFunctionArgs } from "@remix-run/node";
import { signedOutHeaders } from "~/access/cookie.server";
import { requireActor, sendTo } from "~/access/request.server";
import { signOut } from "~/access/signIn/signOut.server";

export async function action({ request }: ActionFunctionArgs) {
  const { actor, now } = await requireActor(request);
  await signOut(actor, now);
  throw sendTo("/sign-in", { headers: signedOutHeaders() });
}
