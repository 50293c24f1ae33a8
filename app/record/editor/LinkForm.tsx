import type { Editor } from "@tiptap/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { isAllowedLink } from "~/record/document/allowedLink";
import { Button } from "~/ui/Button";

/** Shows the form that puts a link on the selected words, or changes or removes the link at the caret. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState(String(editor.getAttributes("link").href ?? ""));
  const [refused, setRefused] = useState(false);
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    // Said inside the page's own forms this would send one of them.
    event.stopPropagation();
    const written = address.trim();
    const href = /^[a-z]+:|^\//i.test(written) ? written : `https://${written}`;
    if (!isAllowedLink(href)) return setRefused(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !editor.isActive("link"))
      chain.insertContent({ type: "text", text: written, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onDone();
  }
  return (
    <form className="tool-panel" onSubmit={onSubmit}>
      <label className="tool-field">
        <span>{t("room.link.address")}</span>
        <input
          className="input"
          value={address}
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked for it
          autoFocus
          aria-invalid={refused || undefined}
          onChange={(event) => {
            setAddress(event.target.value);
            setRefused(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            onDone();
            editor.commands.focus();
          }}
        />
      </label>
      <Button size="small" variant="primary">
        {t("room.link.set")}
      </Button>
      {editor.isActive("link") && (
        <Button
          type="button"
          size="small"
          onClick={() => {
            editor.chain().focus().extendMarkRange("link").unsetLink().run();
            onDone();
          }}
        >
          {t("room.link.remove")}
        </Button>
      )}
      {refused && <p className="field-errors">{t("room.link.refused")}</p>}
    </form>
  );
}
