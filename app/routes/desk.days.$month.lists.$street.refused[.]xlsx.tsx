import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { translator } from "~/access/translator.server";
import { refusedWorkbook } from "~/problem/import/refusedWorkbook.server";
import { workbookAnswer } from "~/workbook/workbookAnswer";

/** The rows of an import that were not taken, as a file, each with why. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  const fileId = new URL(request.url).searchParams.get("file") ?? "";
  const asked = { street: params.street ?? "", fileId };
  const bytes = valueOrThrow(await refusedWorkbook(actor, asked, translator(request)));
  return workbookAnswer(bytes, "refused-rows.xlsx");
}
