import { meetingAddress } from "~/address/meetings";
import type { NamedMinutes } from "~/address/minutesAddress";
import { useTranslation } from "~/i18n/useTranslation";
import { ButtonLink } from "~/ui/ButtonLink";
import { textFileName } from "./textFileName";

/** The checksum of issued minutes, the text it is of, and how to work it out again on another machine. */
export function CheckText({ slug, issued }: { slug: string; issued: NamedMinutes & { sha256: string } }) {
  const { t } = useTranslation();
  const { year, number, sha256 } = issued;
  const file = textFileName(issued);
  return (
    <>
      <span className="minutes-hash">{sha256}</span>
      <details className="minutes-check">
        <summary>{t("session.minutes.check")}</summary>
        <ol>
          <li>
            <ButtonLink
              reloadDocument
              size="small"
              to={`${meetingAddress({ slug }, "minutes.json")}?number=${year}-${number}`}
            >
              {t("session.minutes.text")}
            </ButtonLink>
          </li>
          <li>
            {t("session.minutes.checkCommand")}
            <pre>
              <code>{`sha256sum ${file}`}</code>
            </pre>
            {t("session.minutes.checkWindows")}
            <pre>
              <code>{`certutil -hashfile ${file} SHA256`}</code>
            </pre>
          </li>
          <li>{t("session.minutes.checkCompare")}</li>
        </ol>
      </details>
    </>
  );
}
