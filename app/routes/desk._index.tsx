import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { requireActor } from "~/access/request.server";
import { PageHead } from "~/ui/PageHead";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  return null;
}

export default function MyWorkPage() {
  const { t } = useTranslation();
  return <PageHead title={t("nav.desk")} />;
}
