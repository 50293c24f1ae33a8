import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { readAskedMinutes } from "~/address/minutesAddress";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { done, refuse } from "~/ledger/result";
import { minutesFile } from "~/meeting/minutes/minutesFile.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  // The paper is Chinese, whatever language the page is read in.
  const words = createTranslate("zh-CN", texts["zh-CN"]);
  const asked = readAskedMinutes(new URL(request.url).searchParams.get("number"));
  // A draft is not issued, and so no file.
  const wanted = asked === undefined || asked === "draft" ? refuse("notFound") : done(asked);
  const file = valueOrThrow(
    wanted.ok ? await minutesFile(actor, params.month ?? "", wanted.value, words) : wanted,
  );
  const names = `filename="minutes-${params.month}.docx"; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Content-Disposition": `attachment; ${names}`,
      "Cache-Control": "no-store",
    },
  });
}
