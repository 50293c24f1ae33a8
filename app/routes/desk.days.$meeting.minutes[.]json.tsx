import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { readAskedMinutes } from "~/address/minutesAddress";
import { done, refuse } from "~/ledger/result";
import { minutesText } from "~/meeting/archive/minutesText.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";

export async function loader(asked: LoaderFunctionArgs) {
  const slug = meetingAsked(asked);
  const { actor } = await requireActor(asked.request);
  const number = readAskedMinutes(new URL(asked.request.url).searchParams.get("number"));
  // A draft is not issued, and has no checksum.
  const wanted = number === undefined || number === "draft" ? refuse("notFound") : done(number);
  const { name, text } = valueOrThrow(wanted.ok ? await minutesText(actor, slug, wanted.value) : wanted);
  return new Response(text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
}
