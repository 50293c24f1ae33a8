import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { rememberedLanguage, requestLanguage } from "~/access/requestLanguage.server";
import { isPublicAddress } from "~/address/residents";
import { useTranslation } from "~/i18n/useTranslation";
import { FailedPage, failureOf } from "~/ui/frame/FailedPage";
import { useNonce } from "~/ui/nonce";
import type { PageHandle } from "~/ui/pageTitle";
import styles from "~/ui/styles/index.css?url";
import { erasedAs } from "~/value/erasedMark";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "data:," },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = requestLanguage(request);
  const url = new URL(request.url);
  // Public pages are kept by caches and carry the chosen language in their links instead.
  const chosen = url.searchParams.has("lang") && !isPublicAddress(url.pathname);
  return data(
    { language, district: context.district as string },
    chosen ? { headers: { "Set-Cookie": rememberedLanguage(language) } } : undefined,
  );
}

/** Which page this is, then whose platform. */
function useWindowTitle(): string {
  const { t, i18n } = useTranslation();
  const page = useMatches().at(-1);
  const error = useRouteError();
  const district = useRouteLoaderData<typeof loader>("root")?.district ?? "";
  if (error) return [t(`errorPage.${failureOf(error).code}.title`), district].join(" · ");
  const handle = page?.handle as PageHandle | undefined;
  // A page that failed stands in its frame.
  const failed = page?.data === null || page?.data === undefined;
  const name = handle?.title?.(page?.data, t, i18n.language) ?? (failed ? t("errorPage.title") : undefined);
  return erasedAs([name, district].filter(Boolean).join(" · "), t("ui.erased"));
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { i18n } = useTranslation();
  const title = useWindowTitle();
  const scripted = useMatches().some((match) => (match.handle as PageHandle | undefined)?.script);
  const language = useRouteLoaderData<typeof loader>("root")?.language ?? i18n.language;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {scripted && <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {scripted && <ScrollRestoration nonce={nonce} />}
        {scripted && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** Outside the frame of work: residents, and whoever is not signed in. */
export function ErrorBoundary() {
  return <FailedPage />;
}
