import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";
import { ErrorPage } from "./ErrorPage";

const explained = ["400", "403", "404"] as const;

interface Failure {
  status: string;
  /** What its texts are kept under. */
  code: (typeof explained)[number] | "500";
}

/** The status of a failure, and the one that its texts are kept under. */
export function failureOf(error: unknown): Failure {
  const status = isRouteErrorResponse(error) ? String(error.status) : "500";
  return { status, code: explained.find((code) => code === status) ?? "500" };
}

/** No stack trace, no address of a file: a title, what to do, a way on. */
export function FailedPage({ home }: { home?: string }) {
  const { status, code } = failureOf(useRouteError());
  const { t } = useTranslation();
  return (
    <ErrorPage
      code={status}
      title={t(`errorPage.${code}.title`)}
      text={t(`errorPage.${code}.text`)}
      home={home}
    />
  );
}
