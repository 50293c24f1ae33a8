import { useTranslation } from "~/i18n/useTranslation";
import { Words } from "~/ui/Words";
import "./outcome.css";
import { withheldMark } from "./withheld";

/** A public text; where something is left out stands a mark, and who listens hears it in words. */
export function LeftOutText({ text }: { text: string }) {
  const { t } = useTranslation();
  const parts = text.split(withheldMark);
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
    <span key={place}>
      {place > 0 && (
        <>
          <span className="left-out" aria-hidden="true">
            {withheldMark}
          </span>
          <span className="visually-hidden">{t("outcome.left.place")}</span>
        </>
      )}
      <Words text={part} />
    </span>
  ));
}
