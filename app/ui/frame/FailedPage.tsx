import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import type { TextsUnder } from "~/i18n/textKey";
import { useTranslation } from "~/i18n/useTranslation";
import { ErrorPage } from "./ErrorPage";

const explained = ["400", "401", "403", "404", "409", "413"] as const;
// Their own texts say more: what else may be the matter, and whom to ask.
const generic = ["notFound", "notAllowed", "signedOut"];

/** Why it was refused, as a thrown answer carries it. */
interface ThrownRefusal {
  code: TextsUnder<"refusal">;
  values?: Record<string, string | number>;
}

interface Failure {
  status: string;
  /** The status that its texts are kept under. */
  code: (typeof explained)[number] | "500";
  /** Left out where the texts of the status say more. */
  refusal?: ThrownRefusal;
}

/** Tells what a thrown answer, or an error, is about. */
export function failureOf(error: unknown): Failure {
  if (!isRouteErrorResponse(error)) return { status: "500", code: "500" };
  const status = String(error.status);
  const code = explained.find((one) => one === status) ?? (status.startsWith("4") ? "400" : "500");
  const refusal = (error.data as { refusal?: ThrownRefusal } | null)?.refusal;
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
      text={refusal ? t(`refusal.${refusal.code}`, refusal.values) : t(`errorPage.${code}.text`)}
      home={home}
    >
      {code === "401" && (
        <p>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {t("ui.unsent.signIn")}
          </a>
        </p>
      )}
    </ErrorPage>
  );
}
