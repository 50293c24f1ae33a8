import type { LoaderFunctionArgs } from "@remix-run/node";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { fileKinds } from "~/attachment/kinds.server";
import { fileAnswer } from "~/file/fileAnswer.server";
import { findServedFile, readServedForm } from "~/file/readFile.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const form = foundOrThrow(readServedForm(params.form ?? ""));
  const asked = { fileId: params.file ?? "", form };
  return fileAnswer(request, foundOrThrow(await findServedFile(fileKinds, actor, asked, now)));
}
