import type { ActionFunctionArgs } from "@remix-run/node";
import { signedOutHeaders } from "~/access/cookie.server";
import { orNotStored } from "~/access/notStored.server";
import { requireActor, sendTo, valueOrThrow } from "~/access/request.server";
import { signOut } from "~/access/signIn/signOut.server";

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, now } = await requireActor(request);
  valueOrThrow(await orNotStored(context, () => signOut(actor, now)));
  throw sendTo("/sign-in", { headers: signedOutHeaders() });
}
