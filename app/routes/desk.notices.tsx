import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor } from "~/access/request.server";
import { noticesAddress } from "~/address/desk";
import { useTranslation } from "~/i18n/useTranslation";
import { markAllRead, markRead } from "~/notice/markRead.server";
import { NoticeList } from "~/notice/NoticeList";
import { markAllReadForm, markReadForm } from "~/notice/noticeForm";
import { showNotices } from "~/notice/showNotices.server";
import { unreadNotices } from "~/notice/unreadNotices.server";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { OnceForm } from "~/ui/OnceForm";
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

// The page one was on is shown again.
export const action = intents({
  read: act(
    markReadForm,
    ({ actor, now }, input) => markRead(actor, input, now),
    ({ search }) => `${noticesAddress}${search}`,
  ),
  readAll: act(
    markAllReadForm,
    ({ actor, now }, input) => markAllRead(actor, input, now),
    ({ search }) => `${noticesAddress}${search}`,
  ),
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
              <OnceForm>
                <input type="hidden" name="until" value={newest.id} />
                <Button size="small" name="intent" value="readAll">
                  {t("notice.markAllRead")}
                </Button>
              </OnceForm>
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
        previousHref={page.newer === null ? undefined : `${noticesAddress}?after=${page.newer}`}
        nextHref={page.older === null ? undefined : `${noticesAddress}?before=${page.older}`}
      />
    </div>
  );
}
