import type { ActionFunctionArgs } from "@remix-run/node";
import { parseForm } from "~/access/form.server";
import { orNotStored } from "~/access/notStored.server";
import { receiveForm } from "~/access/receiveForm.server";
import { refusalResponse } from "~/access/request.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { handInForm } from "~/meeting/correction/correction";
import { proposeCorrection } from "~/meeting/correction/proposeCorrection.server";

// Edits of two MiB, written in characters that a form writes with up to three.
const bounds = { megabytes: 4 };

/** Asked by the room's page itself, which must stay as it is whatever comes back: it answers in JSON. */
export async function action(asked: ActionFunctionArgs) {
  const { actor, now, sent } = await receiveForm(asked.request, { bounds });
  const form = parseForm(sent, handInForm);
  if (!form.ok) return refusalResponse({ code: "invalid" });
  const { epoch, edits } = form.input;
  const bytes = new Uint8Array(Buffer.from(edits, "base64"));
  const slug = meetingAsked(asked);
  const result = await orNotStored(asked.context, () =>
    proposeCorrection(actor, { slug, epoch, bytes }, now),
  );
  if (result.ok) return Response.json({ handedIn: result.value });
  return refusalResponse(result.refusal);
}
