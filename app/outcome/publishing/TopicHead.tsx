import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import { StateTag } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import type { TopicPublishing } from "./showPublishing.server";

/** What a topic is called, whose problem it is and whether somebody still has to decide about marks in it. */
export function TopicHead({ topic }: { topic: TopicPublishing }) {
  const { t } = useTranslation();
  const { title, number, open, waits, isPublic } = topic;
  return (
    <header className="topic-look-head">
      <h3>
        <Words text={title} />
      </h3>
      {number && (
        <Link className="num" to={problemAddress(number)}>
          {number}
        </Link>
      )}
      {open > 0 && <StateTag tone="warn">{t("outcome.look.open", { count: open })}</StateTag>}
      {waits && isPublic && <StateTag tone="info">{t("outcome.look.grown")}</StateTag>}
    </header>
  );
}
