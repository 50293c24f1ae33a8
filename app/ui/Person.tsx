import { Link } from "@remix-run/react";

/** Props of {@link Person}. */
export interface PersonProps {
  name: string;
  /** The post they hold or held when they did it. */
  post?: string;
  to?: string;
}

/** A person with their post. */
export function Person({ name, post, to }: PersonProps) {
  return (
    <span className="person">
      {to === undefined ? name : <Link to={to}>{name}</Link>}
      {post && <span className="person-post">{post}</span>}
    </span>
  );
}
