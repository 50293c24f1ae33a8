import { Fragment, type ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { partsAroundErased } from "~/value/erasedMark";

/** Whatever a part of a page is given to show; a text of it as {@link Words} writes it. */
export function withWords(shown: ReactNode): ReactNode {
  return typeof shown === "string" ? <Words text={shown} /> : shown;
}

/** A text as it is stored, with words of the reader's language where some were erased by law. */
export function Words({ text }: { text: string }) {
  const { t } = useTranslation();
  return partsAroundErased(text).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
    <Fragment key={at}>
      {at > 0 && <span className="erased">{t("ui.erased")}</span>}
      {part}
    </Fragment>
  ));
}
