import type { ReactNode } from "react";

/** Props of {@link PublicPage}. */
export interface PublicPageProps {
  title: ReactNode;
  /** Under the title: where, when, a StateTag. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A resident's page: one column, at most 40 Chinese characters wide. */
export function PublicPage({ title, lead, children }: PublicPageProps) {
  return (
    <article className="public-page prose">
      <header className="public-head">
        <h1>{title}</h1>
        {lead && <div className="public-lead">{lead}</div>}
      </header>
      {children}
    </article>
  );
}
