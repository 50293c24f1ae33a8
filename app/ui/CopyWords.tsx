import { useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "./Button";

/**
 * Puts words on the clipboard; where the browser does not let it, shows them to be copied by hand.
 * @param label what the button says; left out, that these are the reader's own words
 */
export function CopyWords({ words, label }: { words: string; label?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  if (words === "") return null;
  async function copy() {
    try {
      await navigator.clipboard.writeText(words);
      setCopied("yes");
    } catch {
      setCopied("refused");
    }
  }
  return (
    <>
      <Button type="button" size="small" onClick={copy}>
        {copied === "yes" ? t("correction.hand.copied") : (label ?? t("correction.hand.copy"))}
      </Button>
      {copied === "refused" && (
        <label className="copy-words">
          {t("correction.hand.copyFailed")}
          <textarea
            className="input input-full"
            rows={4}
            readOnly
            value={words}
            onFocus={(event) => event.target.select()}
          />
        </label>
      )}
    </>
  );
}
