import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { actInPost } from "~/access/actInPost.server";
import { requireActor, valueOrThrow } from "~/access/request.server";

export async function action({ request }: ActionFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const form = await request.formData();
  valueOrThrow(await actInPost(actor, String(form.get("post")), now));
  throw redirect("/desk");
}
