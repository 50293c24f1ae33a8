import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { ButtonLink } from "~/ui/ButtonLink";
import { PageHead } from "~/ui/PageHead";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Attachments } from "./Attachments";
import type { FilesPageData } from "./showFiles.server";

interface FilesPageProps {
  page: FilesPageData;
  now: string;
  refusal?: Refusal;
}

/** The files on a thing by themselves: where a form leads that was not carried out. */
export function FilesPage({ page, now, refusal }: FilesPageProps) {
  const { t, hasText } = useTranslation();
  const { title, address, shown } = page;
  const kind = `file.kind.${shown.kind}`;
  return (
    <div className="stack">
      <PageHead
        title={title}
        crumbs={[{ label: hasText(kind) ? t(kind) : t("file.title"), to: address }]}
        actions={<ButtonLink to={address}>{t("file.back")}</ButtonLink>}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <section className="section" aria-labelledby="files-title">
        <Attachments shown={shown} now={now} heading={<h2 id="files-title">{t("file.title")}</h2>} />
      </section>
    </div>
  );
}
