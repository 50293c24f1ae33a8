import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { PublicFrame } from "~/ui/frame/PublicFrame";
import { PublicPage } from "~/ui/frame/PublicPage";
import { IssuedLanguageNote } from "./AsIssued";
import "./outcome.css";

/** Props of {@link PublicDocument}. */
export interface PublicDocumentProps {
  district: string;
  heading: ReactNode;
  lead?: ReactNode;
  /** What is being searched for, on the search page. */
  words?: string;
  /** The page quotes what was issued. */
  quotes?: boolean;
  children: ReactNode;
}

/** One public page: its frame, its heading, its content. */
export function PublicDocument(props: PublicDocumentProps) {
  const { district, heading, lead, words, quotes = true, children } = props;
  const { i18n } = useTranslation();
  return (
    <PublicFrame district={district} language={i18n.language} words={words}>
      <PublicPage
        title={heading}
        lead={
          <>
            {lead}
            {quotes && <IssuedLanguageNote />}
          </>
        }
      >
        {children}
      </PublicPage>
    </PublicFrame>
  );
}
