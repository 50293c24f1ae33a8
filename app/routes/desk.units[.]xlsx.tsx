import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { dayOf } from "~/calendar/day";
import { exportRegister } from "~/register/exportRegister.server";
import { workbookAnswer } from "~/workbook/workbookAnswer";

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const file = valueOrThrow(await exportRegister(actor, requestLanguage(request), now));
  return workbookAnswer(file, `units-${dayOf(now)}.xlsx`);
}
