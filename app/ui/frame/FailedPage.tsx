import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { ErrorPage } from "./ErrorPage";

const explained = ["400", "403", "404", "409", "413"] as const;
// Their own texts say more: what else may be the matter, and whom to ask.
const generic = ["notFound", "notAllowed"];

/** What a failure is. */
export interface Failure {
  status: string;
  /** The status that its texts are kept under. */
  code: (typeof explained)[number] | "500";
  /** Why it was refused, where there is a sentence for it. */
  refusal?: Refusal;
}

/** Tells what a thrown answer, or an error, is about. */
export function failureOf(error: unknown): Failure {
  if (!isRouteErrorResponse(error)) return { status: "500", code: "500" };
  const status = String(error.status);
  const code = explained.find((one) => one === status) ?? (status.startsWith("4") ? "400" : "500");
  const refusal = (error.data as { refusal?: Refusal } | null)?.refusal;
  return { status, code, refusal: refusal && !generic.includes(refusal.code) ? refusal : undefined };
}

/** No stack trace, no address of a file: a title, what to do, a way on. */
export function FailedPage({ home }: { home?: string }) {
  const { status, code, refusal } = failureOf(useRouteError());
  const { t } = useTranslation();
  return (
    <ErrorPage
      code={status}
      title={t(`errorPage.${code}.title`)}
      text={refusal ? t(`refusal.${refusal.code}`, { ...refusal.values }) : t(`errorPage.${code}.text`)}
      home={home}
    />
  );
}
