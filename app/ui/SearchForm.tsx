import { Form } from "@remix-run/react";
import { useId, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { useShortcut } from "./useShortcut";

/** Props of {@link SearchForm}. */
export interface SearchFormProps {
  action: string;
  placeholder: string;
  /** What is being searched for now. */
  words?: string;
  /** Shows that "/" leads here; only where script runs. */
  keyed?: boolean;
}

/** The search of a frame, a GET form with `q`; the key "/" focuses it. */
export function SearchForm({ action, placeholder, words, keyed }: SearchFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useShortcut("/", () => input.current?.select());
  return (
    <Form method="get" action={action} role="search" className="search">
      <label className="visually-hidden" htmlFor={id}>
        {t("ui.search.label")}
      </label>
      <span className="search-box">
        <input
          ref={input}
          id={id}
          className="input"
          type="search"
          name="q"
          defaultValue={words}
          placeholder={placeholder}
          aria-keyshortcuts={keyed ? "/" : undefined}
          autoComplete="off"
        />
        {keyed && (
          <span className="search-key" aria-hidden="true">
            /
          </span>
        )}
      </span>
      <button type="submit" className="btn btn-secondary">
        {t("ui.search.submit")}
      </button>
    </Form>
  );
}
