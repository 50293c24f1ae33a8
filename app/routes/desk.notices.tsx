import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { type Intent, intents } from "~/access/intents.server";
import { readForm } from "~/access/readForm.server";
import { refusalAnswer, requireActor } from "~/access/request.server";
import type { Result } from "~/ledger/result";
import { markAllRead, markRead } from "~/notice/markRead.server";
import { NoticeList } from "~/notice/NoticeList";
import { markAllReadForm, markReadForm } from "~/notice/noticeForm";
import { showNotices } from "~/notice/showNotices.server";
import { unreadNotices } from "~/notice/unreadNotices.server";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { Pager } from "~/ui/Pager";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("notice.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const key = (name: string) => asked.get(name) || undefined;
  const page = await showNotices(actor, { before: key("before"), after: key("after") });
  return { now, page, unread: await unreadNotices(actor) };
}

/** An intent that marks notices; the page one was on is shown again. */
function marking<Schema extends z.ZodType<object>>(
  schema: Schema,
  mark: (actor: Actor, input: z.output<Schema>, now: string) => Promise<Result<null>>,
): Intent<ReturnType<typeof refusalAnswer> | null> {
  return async ({ actor, now, form, request }) => {
    const input = readForm(form, schema);
    const result = input.ok ? await mark(actor, input.value, now) : input;
    if (!result.ok) return refusalAnswer(result.refusal);
    if (form.has("stay")) return null;
    throw redirect(`/desk/notices${new URL(request.url).search}`);
  };
}

export const action = intents({
  read: marking(markReadForm, markRead),
  readAll: marking(markAllReadForm, markAllRead),
});

export default function NoticesRoute() {
  const { now, page, unread } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { t } = useTranslation();
  const [newest] = page.lines;
  return (
    <div className="stack">
      <PageHead title={t("notice.title")} />
      <p className="prose">{t("notice.lead")}</p>
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {newest ? (
        <>
          <div className="told-head">
            <p role="status">{t("notice.unreadCount", { count: unread })}</p>
            {unread > 0 && (
              <Form method="post">
                <input type="hidden" name="until" value={newest.id} />
                <Button size="small" name="intent" value="readAll">
                  {t("notice.markAllRead")}
                </Button>
              </Form>
            )}
          </div>
          <NoticeList lines={page.lines} now={now} />
        </>
      ) : (
        <EmptyState title={t("notice.none")}>
          <p>{t("notice.noneText")}</p>
        </EmptyState>
      )}
      <Pager
        previousHref={page.newer === null ? undefined : `/desk/notices?after=${page.newer}`}
        nextHref={page.older === null ? undefined : `/desk/notices?before=${page.older}`}
      />
    </div>
  );
}
