import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { requestLanguage } from "~/access/requestLanguage.server";
import { texts } from "~/i18n/texts.server";
import { createTranslator } from "~/i18n/translate";
import { NonceProvider } from "~/ui/nonce";
import { knownPage, mayBeKept } from "./knownPage.server";
import { beginPatience } from "./patience.server";
import { withoutFiller } from "./withoutFiller.server";

const abortDelay = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const language = requestLanguage(request);
  const nonce = context.nonce as string;
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={createTranslator(language, texts[language])}>
        <NonceProvider value={nonce}>
          <RemixServer context={entry} url={request.url} abortDelay={abortDelay} nonce={nonce} />
        </NonceProvider>
      </I18nextProvider>,
      {
        nonce,
        // Everything is sent at once: pages are small, and a page without script must be complete.
        onAllReady() {
          endPatience();
          const body = withoutFiller();
          headers.set("Content-Type", "text/html; charset=utf-8");
          if (mayBeKept(headers)) knownPage(request, body, { headers, status }).then(resolve, reject);
          else resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError(error) {
          endPatience();
          reject(error);
        },
        onError(error) {
          status = 500;
          logError(context, error);
        },
      },
    );
    const endPatience = beginPatience(abortDelay / 1_000, 1_000, abort);
  });
}

/**
 * Writes errors of loaders and actions into the request's log. A request that was aborted is none, nor one that
 * asked for what is not there.
 */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  logError(context, error);
}

function logError(context: AppLoadContext, error: unknown) {
  (context.log as { error(object: object, text: string): void }).error({ err: error }, "request failed");
}
