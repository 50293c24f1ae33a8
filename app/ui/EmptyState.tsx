import type { ReactNode } from "react";

/** Props of {@link EmptyState}. */
export interface EmptyStateProps {
  /** What is not here. */
  title: string;
  /** How it comes to be here, and who brings it. */
  children?: ReactNode;
  /** The one thing to do about it. */
  action?: ReactNode;
}

/** An empty page teaches: what will stand here, how it gets here. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
      {action && <div className="cluster">{action}</div>}
    </div>
  );
}
