import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "~/access/readForm.server";
import { requireActor } from "~/access/request.server";
import { refusalStatus } from "~/ledger/refusal";
import { handInForm } from "~/meeting/correction/correction";
import { proposeCorrection } from "~/meeting/correction/proposeCorrection.server";

/** Asked by the room's page itself, which must stay as it is whatever comes back: it answers in JSON. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const input = readForm(await request.formData(), handInForm);
  if (!input.ok) return Response.json({ refusal: input.refusal }, { status: 422 });
  const { epoch, edits } = input.value;
  const bytes = new Uint8Array(Buffer.from(edits, "base64"));
  const result = await proposeCorrection(actor, { month: params.month ?? "", epoch, bytes }, now);
  if (result.ok) return Response.json({ handedIn: result.value });
  return Response.json({ refusal: result.refusal }, { status: refusalStatus[result.refusal.code] });
}
