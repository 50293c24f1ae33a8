import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import {
  isRouteErrorResponse,
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
import { useTranslation } from "react-i18next";
import { languageCookie, requestLanguage } from "~/i18n/request.server";
import { isPublicAddress } from "~/outcome/publicAddress";
import { ErrorPage } from "~/ui/ErrorPage";
import { useNonce } from "~/ui/nonce";
import styles from "~/ui/styles/index.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "data:," },
];

/** The title of every page that has no better one: whose platform this is. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.district }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = requestLanguage(request);
  const url = new URL(request.url);
  // Public pages are kept by caches and carry the chosen language in their links instead.
  const chosen = url.searchParams.has("lang") && !isPublicAddress(url.pathname);
  const cookie = `${languageCookie}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  return data(
    { language, district: context.district as string },
    chosen ? { headers: { "Set-Cookie": cookie } } : undefined,
  );
}

/** A route that wants a script in the browser says so in its handle; public pages ship none. */
interface Handle {
  script?: boolean;
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const { i18n } = useTranslation();
  const scripted = useMatches().some((match) => (match.handle as Handle | undefined)?.script);
  const language = useRouteLoaderData<typeof loader>("root")?.language ?? i18n.language;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
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

const explained = ["400", "403", "404"];

/** No stack trace, no address of a file: a title, what to do, a way on. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useTranslation();
  const status = isRouteErrorResponse(error) ? String(error.status) : "500";
  const code = explained.includes(status) ? status : "500";
  return <ErrorPage code={status} title={t(`errorPage.${code}.title`)} text={t(`errorPage.${code}.text`)} />;
}
